package dev.shirube.planner.policy;

import dev.shirube.domain.Text;

/** Whether something new is generated or something existing is processed, as CRYPTREC LS-0003 tells apart. */
public enum Operation {
    /** 新規生成: keys, signatures and ciphertexts made from now on. */
    NEW_GENERATION("new_generation", new Text("新規生成", "new generation")),
    /** 処理: verifying or decrypting what exists. */
    PROCESS_EXISTING("process_existing", new Text("処理", "processing of what exists"));

    private final String id;
    private final Text label;

    Operation(String id, Text label) {
        this.id = id;
        this.label = label;
    }

    /** The id that packs carry. */
    public String id() {
        return id;
    }

    /** What reports print. */
    public Text label() {
        return label;
    }
}
