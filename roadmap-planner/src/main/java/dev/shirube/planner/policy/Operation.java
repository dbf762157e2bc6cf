package dev.shirube.planner.policy;

/** Whether something new is generated or something existing is processed, as CRYPTREC LS-0003 tells apart. */
public enum Operation {
    /** 新規生成: keys, signatures and ciphertexts made from now on. */
    NEW_GENERATION("new_generation"),
    /** 処理: verifying or decrypting what exists. */
    PROCESS_EXISTING("process_existing");

    private final String id;

    Operation(String id) {
        this.id = id;
    }

    /** The id that packs carry. */
    public String id() {
        return id;
    }
}
