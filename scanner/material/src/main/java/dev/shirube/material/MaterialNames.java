package dev.shirube.material;

import java.util.Locale;
import java.util.Set;

/** File name extensions that promise key material; content decides, a name only makes a contradiction worth a row. */
public final class MaterialNames {

    private static final Set<String> DER =
            Set.of("der", "cer", "crt", "cert", "p8", "pk8", "p7b", "p7c", "csr", "p10", "spki", "crl", "p7m", "p7s");
    private static final Set<String> KEYSTORE =
            Set.of("p12", "pfx", "jks", "jceks", "keystore", "truststore", "bks", "ubr", "uber", "bcfks");

    private MaterialNames() {}

    /** Whether the name says certificate or key. */
    public static boolean promisesDer(String name) {
        return DER.contains(extension(name));
    }

    /** Whether the name says keystore. */
    public static boolean promisesKeystore(String name) {
        return KEYSTORE.contains(extension(name));
    }

    /** What follows the last dot, in lower case; empty if nothing does. */
    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
