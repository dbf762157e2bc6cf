package dev.shirube.catalogue;

import dev.shirube.domain.CryptoFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The modes of {@code javax.crypto.Cipher.init}: constant field values of the JDK's API documentation. */
final class OperationMode {

    private static final Map<String, CryptoFunction> FUNCTIONS = Map.of(
            "1", CryptoFunction.ENCRYPT,
            "2", CryptoFunction.DECRYPT,
            "3", CryptoFunction.KEY_WRAP,
            "4", CryptoFunction.KEY_WRAP,
            "javax.crypto.Cipher#ENCRYPT_MODE", CryptoFunction.ENCRYPT,
            "javax.crypto.Cipher#DECRYPT_MODE", CryptoFunction.DECRYPT,
            "javax.crypto.Cipher#WRAP_MODE", CryptoFunction.KEY_WRAP,
            "javax.crypto.Cipher#UNWRAP_MODE", CryptoFunction.KEY_WRAP);

    private OperationMode() {}

    /** The functions of these modes, in the order of {@link CryptoFunction}; none where one of them is not known. */
    static Set<CryptoFunction> functions(List<String> modes) {
        Set<CryptoFunction> functions = EnumSet.noneOf(CryptoFunction.class);
        for (String mode : modes) {
            CryptoFunction function = FUNCTIONS.get(mode);
            if (function == null) {
                return Set.of();
            }
            functions.add(function);
        }
        return functions;
    }
}
