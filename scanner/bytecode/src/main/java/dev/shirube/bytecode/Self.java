package dev.shirube.bytecode;

import java.util.Set;

/**
 * The objects that some code works on as {@code this}.
 *
 * @param type all are of this class or below it
 * @param others but none is of these classes or below them
 */
record Self(String type, Set<String> others) {

    static Self of(String type) {
        return new Self(type, Set.of());
    }
}
