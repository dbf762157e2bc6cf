package dev.shirube.bytecode;

/** Descriptors as class files write them (JVM Specification, section 4.3), of which a hostile one may hold anything. */
final class Descriptors {

    private static final int MAXIMUM_DIMENSIONS = 255;

    private Descriptors() {}

    /** Whether it is the descriptor of a method. */
    static boolean ofMethod(String descriptor) {
        if (descriptor.isEmpty() || descriptor.charAt(0) != '(') {
            return false;
        }
        int at = 1;
        while (at > 0 && at < descriptor.length() && descriptor.charAt(at) != ')') {
            at = endOfType(descriptor, at);
        }
        return at > 0
                && (descriptor.startsWith("V", at + 1)
                        ? at + 2 == descriptor.length()
                        : endOfType(descriptor, at + 1) == descriptor.length());
    }

    /** Whether it is the descriptor of a field. */
    static boolean ofField(String descriptor) {
        return endOfType(descriptor, 0) == descriptor.length();
    }

    /** Where the type that begins there ends; -1 where none begins. */
    private static int endOfType(String descriptor, int from) {
        int at = from;
        while (at < descriptor.length() && descriptor.charAt(at) == '[') {
            at++;
        }
        if (at >= descriptor.length() || at - from > MAXIMUM_DIMENSIONS) {
            return -1;
        }
        if (descriptor.charAt(at) == 'L') {
            int end = descriptor.indexOf(';', at);
            return end <= at + 1 ? -1 : end + 1;
        }
        return "BCDFIJSZ".indexOf(descriptor.charAt(at)) < 0 ? -1 : at + 1;
    }
}
