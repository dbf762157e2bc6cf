package dev.shirube.bytecode;

/**
 * How many steps the methods of one class may take to be followed, so that no class file can hold up a scan.
 *
 * <p>Code that compilers write needs a few joins for each value; the largest classes of large libraries stay below a
 * tenth of the bound.
 */
final class StepBudget {

    static final long MAXIMUM_JOINS = 8_000_000;

    private final long most;
    private long joins;

    StepBudget() {
        this(MAXIMUM_JOINS);
    }

    StepBudget(long most) {
        this.most = most;
    }

    /**
     * @throws IllegalStateException when there are no steps left
     */
    void take() {
        joins++;
        if (spent()) {
            throw new IllegalStateException("more than " + most + " joins in one class");
        }
    }

    boolean spent() {
        return joins > most;
    }
}
