package dev.shirube.material;

import java.util.regex.Pattern;

/** The signature block files of a signed JAR (JAR File Specification, "Signature Related Files"). */
final class SignatureBlock {
    private static final Pattern NAME =
            Pattern.compile("(?:^|/)META-INF/(?:[^/!]+\\.(?:RSA|DSA|EC)|SIG-[^/!]+)$", Pattern.CASE_INSENSITIVE);

    private SignatureBlock() {}

    /** Whether a file at that location is a signature block by its name. */
    static boolean is(String location) {
        return NAME.matcher(location).find();
    }
}
