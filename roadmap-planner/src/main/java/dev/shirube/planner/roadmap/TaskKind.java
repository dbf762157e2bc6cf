package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;

/** What kind of change a task is. */
public enum TaskKind {
    /** A newer library or runtime that brings what the others need. */
    UPGRADE("upgrade", new Text("ライブラリ・実行環境の更新", "upgrade of a library or runtime")),
    /** A setting of a protocol or server. */
    CONFIGURATION("configuration", new Text("設定変更", "configuration change")),
    /** Code that calls cryptography. */
    CODE("code", new Text("プログラム改修", "code change")),
    /** A certification authority and what it issues. */
    AUTHORITY("authority", new Text("認証局の移行", "migration of a certification authority")),
    CERTIFICATE("certificate", new Text("証明書の更新", "replacement of certificates")),
    /** Keys that are kept somewhere. */
    KEY("key", new Text("鍵の更新", "replacement of keys")),
    /** No standard to move to yet: look again on the review date. */
    WAIT("wait", new Text("標準化待ち（見直し）", "wait for a standard, review")),
    /** Nobody knows yet what the evidence means: find out. */
    INVESTIGATE("investigate", new Text("調査", "investigation"));

    private final String id;
    private final Text label;

    TaskKind(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that data and exports carry. */
    public String id() {
        return id;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
