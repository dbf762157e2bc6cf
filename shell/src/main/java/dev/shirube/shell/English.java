package dev.shirube.shell;

/** Grammar of the English messages; Japanese needs none of it. */
final class English {

    private English() {}

    /** {@code 1 finding}, {@code 2 findings}: for nouns with a regular plural. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
