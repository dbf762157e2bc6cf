package dev.shirube.domain.resources;

import dev.shirube.domain.Text;
import java.util.List;

/** What an effort is counted by. */
public enum EffortUnit implements Term {
    /** Once for a task, whatever its size. */
    TASK("task", "作業", "task", "件", "1件", "fixed"),
    /** A place in code that calls cryptography. */
    CALL_SITE("call-site", "呼出箇所", "call site", "callsite", "箇所"),
    /** A file to change. */
    FILE("file", "ファイル", "file"),
    /** A certificate to replace. */
    CERTIFICATE("certificate", "証明書", "certificate"),
    /** A key to replace. */
    KEY("key", "鍵", "key"),
    /** An endpoint to set anew. */
    ENDPOINT("endpoint", "接続点", "endpoint", "エンドポイント"),
    /** A setting to change. */
    SETTING("setting", "設定", "setting"),
    /** Any finding, where nothing finer is known. */
    FINDING("finding", "検出", "finding", "検出結果");

    private final String id;
    private final Text label;
    private final List<String> aliases;

    EffortUnit(String id, String ja, String en, String... aliases) {
        this.id = id;
        this.label = new Text(ja, en);
        this.aliases = List.of(aliases);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Text label() {
        return label;
    }

    @Override
    public List<String> aliases() {
        return aliases;
    }
}
