package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of change a task is. */
public enum TaskKind {
    /** What the office decides once for all systems. */
    GOVERN("govern", new Text("推進体制", "governance")),
    /** What the office wrote down itself. */
    OWN("own", new Text("独自の作業", "task of the office's own")),
    /** What the owner of a system has not declared, or nobody has looked at. */
    DECLARE("declare", new Text("未記入項目の確認", "declaration of what is unknown")),
    /** A newer library or runtime that brings what the others need. */
    UPGRADE("upgrade", new Text("ライブラリ・実行環境の更新", "upgrade of a library or runtime")),
    /** A setting of a protocol or server. */
    CONFIGURATION("configuration", new Text("設定変更", "configuration change")),
    /** Code that calls cryptography. */
    CODE("code", new Text("プログラム改修", "code change")),
    /** Cryptography in the code of libraries, which their suppliers change. */
    LIBRARY("library", new Text("ライブラリ内の利用への対応", "cryptography inside libraries")),
    /** A device that holds keys. */
    HSM("hsm", new Text("HSM の更新", "upgrade of an HSM")),
    /** What new certificates look like. */
    PROFILE("profile", new Text("証明書プロファイル", "certificate profiles")),
    /** A certification authority and what it issues. */
    AUTHORITY("authority", new Text("認証局の移行", "migration of a certification authority")),
    CERTIFICATE("certificate", new Text("証明書の更新", "replacement of certificates")),
    /** The old anchors of trust taken out of trust stores: only then is what they sign refused. */
    TRUST("trust", new Text("トラストストアの切替え", "change of trust stores")),
    /** Keys that are kept somewhere. */
    KEY("key", new Text("鍵の更新", "replacement of keys")),
    /** Stored data that is encrypted under a public key. */
    RE_ENCRYPTION("re-encryption", new Text("保存データの再暗号化", "re-encryption of stored data")),
    /** Dates agreed on with those at the other end. */
    PEERS("peers", new Text("接続先との調整", "agreement with peers")),
    /** A first change on the least critical system. */
    PILOT("pilot", new Text("試行", "pilot")),
    /** A new scan that shows what is left. */
    VERIFY("verify", new Text("再スキャンによる確認", "verification by a new scan")),
    /** Old keys and certificates revoked and destroyed. */
    RETIRE("retire", new Text("旧い鍵の廃止", "retirement of old keys")),
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

    /** The kind of that id. */
    public static Optional<TaskKind> byId(String id) {
        return Stream.of(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
