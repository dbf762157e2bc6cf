package dev.shirube.catalogue;

import dev.shirube.domain.CryptoFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The function that all these modes share; nothing where they differ or none is known. */
    static Optional<CryptoFunction> function(List<String> modes) {
        List<CryptoFunction> functions = modes.stream()
                .map(mode -> FUNCTIONS.getOrDefault(mode, CryptoFunction.OTHER))
                .distinct()
                .toList();
        return functions.size() == 1 && functions.get(0) != CryptoFunction.OTHER
                ? Optional.of(functions.get(0))
                : Optional.empty();
    }
}
