package dev.shirube.material.settings.value;

/** How much may still be told of one file: a hostile one could name more than there is memory for. */
public final class Budget {

    /** More than any settings file of practice says. */
    public static final int MOST = 20_000;

    private int left = MOST;
    private boolean exceeded;

    /** Whether one more may be told; if not, that it was not is remembered. */
    public boolean take() {
        exceeded |= left == 0;
        left -= left == 0 ? 0 : 1;
        return !exceeded;
    }

    /** Says that something was left out for another reason, and that no more is told. */
    public void exhaust() {
        left = 0;
        exceeded = true;
    }

    /** Whether something was left out. */
    public boolean exceeded() {
        return exceeded;
    }
}
