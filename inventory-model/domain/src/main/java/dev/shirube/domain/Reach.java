package dev.shirube.domain;

import java.util.Locale;

/**
 * Whether a way was found from where a program starts to the class of an occurrence: an attribute that ranks, never a part
 * of any identity.
 */
public enum Reach {
    /** Not determined: no compiled class, or nothing was seen where the program could start. */
    UNKNOWN,
    /** The class is itself one in which the program starts: a main class, a servlet, a service, a framework's component. */
    ENTRY,
    /** A chain of class references leads from an entry to the class. */
    REACHED,
    /** No way was found. Reflection and configuration may still lead there: weaker evidence of use, no proof of absence. */
    NOT_REACHED;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reach of that id; {@link #UNKNOWN} for an id that is not ours. */
    public static Reach of(String id) {
        for (Reach reach : values()) {
            if (reach.id().equals(id)) {
                return reach;
            }
        }
        return UNKNOWN;
    }
}
