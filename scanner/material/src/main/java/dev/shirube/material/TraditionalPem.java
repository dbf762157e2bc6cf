package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.engine.Detection.DerivedInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Keys that OpenSSL encrypted below the PEM level ({@code Proc-Type: 4,ENCRYPTED}, {@code DEK-Info}; RFC 1421 section
 * 4.6.1.3). The marker names the algorithm even of one that stays locked, but not its size.
 */
final class TraditionalPem {

    /** Object identifiers of the key types that markers name. */
    private static final Map<String, String> LABELS = Map.of(
            "RSA PRIVATE KEY", "1.2.840.113549.1.1.1",
            "EC PRIVATE KEY", "1.2.840.10045.2.1",
            "DSA PRIVATE KEY", "1.2.840.10040.4.1");

    private final Claims claims;
    private final PasswordTrials passwords;

    TraditionalPem(Claims claims, PasswordTrials passwords) {
        this.claims = claims;
        this.passwords = passwords;
    }

    /** Hands the key on if a candidate opens it; otherwise tells of a locked key. */
    void add(PemBlock block, String location, DetectionBuilder found) {
        Unlocking unlocking = new Unlocking(passwords);
        Optional<byte[]> opened =
                cipher(block.headers().get("DEK-Info")).flatMap(cipher -> unlocking.open(cipher, block.body()));
        if (opened.isPresent()) {
            found.add(new DerivedInput(location, opened.get()));
            return;
        }
        Place place = Place.of(location);
        String what = "encrypted " + block.label();
        if (unlocking.complete()) {
            unlocking.unknown(block.headers().get("DEK-Info").split(",")[0]);
        }
        unlocking.diagnostics(Inputs.describe(place), what).forEach(found::add);
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        algorithm(block.label(), claims.registry()),
                        Optional.empty(),
                        Optional.of(Digests.sha256(block.body())),
                        OptionalInt.empty(),
                        "PEM"),
                CryptoFunction.STORE,
                block.label(),
                "encrypted-private-key",
                new Described(
                        algorithm(block.label(), claims.registry()),
                        OptionalInt.empty(),
                        List.of(block.label()),
                        "locked")));
    }

    private static Algorithm algorithm(String label, AlgorithmRegistry registry) {
        return Optional.ofNullable(LABELS.get(label))
                .flatMap(registry::byOid)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("encrypted-private-key"));
    }

    private static Optional<PasswordCipher> cipher(String info) {
        String[] parts = info.split(",");
        if (parts.length != 2 || !parts[1].strip().matches("(?:[0-9A-Fa-f]{2}){8,16}")) {
            return Optional.empty();
        }
        byte[] vector = HexFormat.of().parseHex(parts[1].strip());
        return switch (parts[0].strip()) {
            case "AES-128-CBC" -> Optional.of(cipher(AESEngine::newInstance, 128, vector));
            case "AES-192-CBC" -> Optional.of(cipher(AESEngine::newInstance, 192, vector));
            case "AES-256-CBC" -> Optional.of(cipher(AESEngine::newInstance, 256, vector));
            case "DES-EDE3-CBC" -> Optional.of(cipher(DESedeEngine::new, 192, vector));
            case "DES-CBC" -> Optional.of(cipher(DESEngine::new, 64, vector));
            default -> Optional.empty();
        };
    }

    private static PasswordCipher cipher(PasswordCipher.Engine engine, int bits, byte[] vector) {
        return new PasswordCipher(1, engine, password -> {
            OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator();
            // The first eight bytes of the vector are the salt; the password's bytes are taken as UTF-8.
            generator.init(new String(password).getBytes(StandardCharsets.UTF_8), Arrays.copyOf(vector, 8));
            KeyParameter key = (KeyParameter) generator.generateDerivedParameters(bits);
            return new ParametersWithIV(key, vector);
        });
    }
}
