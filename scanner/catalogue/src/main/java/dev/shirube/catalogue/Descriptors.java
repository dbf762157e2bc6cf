package dev.shirube.catalogue;

/** Reads method descriptors (JVM Specification, section 4.3.3) of our own table; hostile ones never come here. */
final class Descriptors {
    private Descriptors() {}

    /** Number of parameters. */
    static int arity(String descriptor) {
        int count = 0;
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            while (descriptor.charAt(at) == '[') {
                at++;
            }
            at = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
            count++;
        }
        return count;
    }
}
