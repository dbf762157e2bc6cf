package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonItem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keys and certificates of another tool. Only a fingerprint makes one of them an asset of its own, because identity comes from
 * content; without it no more is known than its algorithm.
 */
final class ForeignMaterial {

    /** What is known of a component that others refer to. */
    record Known(Algorithm algorithm, Optional<String> fingerprint) {}

    private static final Map<String, CryptoAsset.KeyKind> KINDS = Map.of(
            "private-key", CryptoAsset.KeyKind.PRIVATE,
            "public-key", CryptoAsset.KeyKind.PUBLIC,
            "secret-key", CryptoAsset.KeyKind.SECRET);

    private ForeignMaterial() {}

    /** Whether it is a key of any kind; salts, nonces, passwords and the like are no part of an inventory. */
    static boolean isKey(JsonItem fields) {
        return KINDS.containsKey(fields.text("type")) || fields.text("type").equals("key");
    }

    /** The key as an asset; nothing where no fingerprint identifies it. */
    static Optional<CryptoAsset> key(JsonItem fields, Algorithm algorithm) {
        Optional<String> print = fingerprint(fields);
        return print.isEmpty() || !KINDS.containsKey(fields.text("type"))
                ? Optional.empty()
                : Optional.of(new CryptoAsset.Key(
                        KINDS.get(fields.text("type")),
                        algorithm,
                        print,
                        Optional.empty(),
                        size(fields),
                        Place.cut(fields.text("format"))));
    }

    /** Bits; a size of nothing is none. */
    static OptionalInt size(JsonItem fields) {
        OptionalInt size = fields.number("size");
        return size.orElse(0) > 0 ? size : OptionalInt.empty();
    }

    /** The stated SHA-256, or that of a public key which stands in the document itself; of no other key is the value read. */
    static Optional<String> fingerprint(JsonItem fields) {
        Optional<String> stated = sha256(fields.object("fingerprint"));
        return stated.isPresent() || !fields.text("type").equals("public-key")
                ? stated
                : publicKey(fields.text("value"));
    }

    private static Optional<String> sha256(JsonItem fingerprint) {
        String content = fingerprint.text("content").replace(":", "").toLowerCase(Locale.ROOT);
        return fingerprint.text("alg").equals("SHA-256") && content.matches("[0-9a-f]{64}")
                ? Optional.of(content)
                : Optional.empty();
    }

    /** A SubjectPublicKeyInfo (RFC 5280 section 4.1) and nothing else: a sequence whose first member is one with an OID. */
    private static Optional<String> publicKey(String base64) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(base64);
            int inner = content(der, 0);
            int identifier = content(der, inner);
            return inner > 0 && identifier > 0 && der[identifier] == 6
                    ? Optional.of(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(der)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no Base64
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Where the content of the DER sequence at that place begins; 0 if there is none with content. */
    private static int content(byte[] der, int at) {
        if (at + 2 >= der.length || der[at] != 0x30) {
            return 0;
        }
        int more = (der[at + 1] & 0x80) == 0 ? 0 : der[at + 1] & 0x7f;
        return more < 4 && at + 2 + more < der.length ? at + 2 + more : 0;
    }

    /** The certificate as an asset; nothing where it is not told by fingerprint, dates, and the print of its key. */
    static Optional<CryptoAsset> certificate(
            JsonItem fields, Algorithm key, Algorithm signature, Optional<String> print) {
        Optional<String> sha256 = sha256(fields.object("fingerprint"));
        Optional<Instant> from = date(fields.text("notValidBefore"));
        Optional<Instant> to = date(fields.text("notValidAfter"));
        if (sha256.isEmpty() || print.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CryptoAsset.Certificate(
                sha256.get(),
                Place.cut(fields.text("subjectName")),
                Place.cut(fields.text("issuerName")),
                serial(fields.text("serialNumber")),
                from.get(),
                to.get(),
                key,
                signature,
                print.get(),
                List.of(),
                fields.objects("certificateExtensions").stream()
                        .anyMatch(it -> it.text("commonExtensionName").equals("basicConstraints")
                                && it.text("commonExtensionValue")
                                        .replace(" ", "")
                                        .toUpperCase(Locale.ROOT)
                                        .contains("CA:TRUE"))));
    }

    private static String serial(String written) {
        String hex = written.replace(":", "").toLowerCase(Locale.ROOT);
        return hex.matches("[0-9a-f]{1,64}") ? hex : "";
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
