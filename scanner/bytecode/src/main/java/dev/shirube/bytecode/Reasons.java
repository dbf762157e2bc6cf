package dev.shirube.bytecode;

/**
 * Why a value stays open, in the words that findings carry; people read them as {@code dev.shirube.domain.OpenReason}
 * says them.
 */
final class Reasons {

    /** More steps, classes or bytes than a value may take. */
    static final String BUDGET = "budget";

    /** A text that is made of itself, as in a loop, or of parts that are not known. */
    static final String ENDLESS = "concatenation";

    static final String ARRAY = "array";
    static final String CALL = "call";
    static final String COLLECTION = "collection";
    static final String ENTRY = "entry-param";
    static final String FIELD = "field";
    static final String INJECTED = "injected";
    static final String LAMBDA = "lambda";
    static final String NATIVE = "native";
    static final String OBJECT = "object";
    static final String OUTSIDE = "outside-archive";
    static final String REFERENCE = "method-reference";
    static final String RUNTIME = "runtime-key";
    static final String SEVERAL = "several";
    static final String THIS = "this";
    static final String UNREADABLE = "unreadable-class";

    /** A setting that was not named by constants. */
    static final String CONFIGURATION = "config";

    /** Before the key of a setting. */
    static final String SETTING = "config:";

    /** What the platform does where nothing is set; another value is known. */
    static final String DEFAULT = "platform-default";

    private Reasons() {}

    /** Why the setting of that key is open. */
    static String setting(String key) {
        return SETTING + key;
    }

    static boolean isSetting(String reason) {
        return reason.equals(CONFIGURATION) || reason.startsWith(SETTING);
    }

    /**
     * The more telling of two reasons, whichever came first. A setting and a default say where the missing value is, so
     * they stand only where nothing else is missing.
     */
    static String first(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return one.isEmpty() ? two : one;
        }
        int order = Integer.compare(rank(one), rank(two));
        return (order == 0 ? one.compareTo(two) : order) <= 0 ? one : two;
    }

    private static int rank(String reason) {
        if (reason.equals(ENDLESS)) {
            return 0;
        }
        if (reason.equals(DEFAULT)) {
            return 4;
        }
        if (isSetting(reason)) {
            return 3;
        }
        return reason.equals(OBJECT) ? 2 : 1;
    }
}
