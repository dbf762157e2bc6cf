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

    /**
     * What these modes do; {@link CryptoFunction#OTHER} stands for a mode that is not known.
     *
     * @param open whether there may be other modes, too
     */
    static Set<CryptoFunction> functions(List<String> modes, boolean open) {
        Set<CryptoFunction> functions = EnumSet.noneOf(CryptoFunction.class);
        modes.forEach(mode -> functions.add(FUNCTIONS.getOrDefault(mode, CryptoFunction.OTHER)));
        if (open || functions.isEmpty()) {
            functions.add(CryptoFunction.OTHER);
        }
        return functions;
    }
}
