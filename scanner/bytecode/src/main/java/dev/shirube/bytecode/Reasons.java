package dev.shirube.bytecode;

import dev.shirube.domain.OpenReason;

/** Why a value stays open: ids of {@link OpenReason}, by the names that following values knows them by. */
final class Reasons {

    /** More steps, classes or bytes than a value may take. */
    static final String BUDGET = OpenReason.BUDGET.id();

    /** A text that is made of itself, as in a loop, or of parts that are not known. */
    static final String ENDLESS = OpenReason.CONCATENATION.id();

    static final String ARRAY = OpenReason.ARRAY.id();
    static final String CALL = OpenReason.CALL.id();
    static final String COLLECTION = OpenReason.COLLECTION.id();
    static final String ENTRY = OpenReason.ENTRY_PARAM.id();
    static final String FIELD = OpenReason.FIELD.id();
    static final String INJECTED = OpenReason.INJECTED.id();
    static final String LAMBDA = OpenReason.LAMBDA.id();
    static final String NATIVE = OpenReason.NATIVE.id();
    static final String OBJECT = OpenReason.OBJECT.id();
    static final String OUTSIDE = OpenReason.OUTSIDE_ARCHIVE.id();
    static final String REFERENCE = OpenReason.METHOD_REFERENCE.id();
    static final String RUNTIME = OpenReason.RUNTIME_KEY.id();
    static final String SEVERAL = OpenReason.SEVERAL.id();
    static final String THIS = OpenReason.THIS.id();
    static final String UNREADABLE = OpenReason.UNREADABLE_CLASS.id();

    /** A setting that was not named by constants. */
    static final String CONFIGURATION = OpenReason.CONFIG.id();

    /** Before the key of a setting. */
    static final String SETTING = OpenReason.SETTING;

    /** What the platform does where nothing is set; another value is known. */
    static final String DEFAULT = OpenReason.PLATFORM_DEFAULT.id();

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
