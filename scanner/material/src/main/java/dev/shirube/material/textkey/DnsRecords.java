package dev.shirube.material.textkey;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Turns records with keys, digests of keys and signatures into findings. */
final class DnsRecords {

    /** Key types of SSHFP (IANA; RFC 4255, 6594, 7479, 8709). */
    private static final Map<Integer, Algorithm> SSHFP = Map.of(
            1, Algorithm.Known.of("rsa-key"),
            2, Algorithm.Known.of("dsa"),
            3, Algorithm.Known.of("ecdsa"),
            4, Algorithm.Known.of("eddsa").withCurve("other/Ed25519"),
            6, Algorithm.Known.of("eddsa").withCurve("other/Ed448"));

    /** Digests of keys with which transactions are signed (BIND's dst.h). */
    private static final Map<Integer, String> HMAC =
            Map.of(157, "MD5", 161, "SHA-1", 162, "SHA-224", 163, "SHA-256", 164, "SHA-384", 165, "SHA-512");

    private static final int REVOKED = 0x80;
    private static final int SECURE_ENTRY_POINT = 1;

    private final Claims claims;
    private final String location;
    private final DetectionBuilder found;
    private final Set<String> signed = new HashSet<>();

    DnsRecords(Claims claims, String location, DetectionBuilder found) {
        this.claims = claims;
        this.location = location;
        this.found = found;
    }

    void add(ZoneText.Entry entry) {
        Place place = Place.of(location).atLine(entry.line());
        List<String> data = entry.data();
        switch (entry.type()) {
            case "DNSKEY", "CDNSKEY" -> key(place, entry.type(), data);
            case "RRSIG" -> signature(place, data);
            case "SSHFP" -> sshfp(place, data);
            case "TLSA", "SMIMEA" -> tlsa(place, entry.type(), data);
            default -> digest(place, entry.type(), data);
        }
    }

    /** Flags, protocol (always 3), algorithm, key (RFC 4034 section 2). */
    private void key(Place place, String type, List<String> data) {
        int flags = number(data, 0);
        int algorithm = number(data, 2);
        if (flags < 0 || number(data, 1) != 3 || algorithm < 1) {
            return;
        }
        Optional<byte[]> field =
                KeyText.decode(String.join("", data.subList(3, data.size()))).filter(it -> it.length >= 32);
        if (field.isEmpty()) {
            return; // an example, or the key that deletes (RFC 8078 section 4)
        }
        List<String> values = new ArrayList<>(List.of(
                "algorithm " + algorithm, (flags & SECURE_ENTRY_POINT) != 0 ? "key-signing key" : "zone-signing key"));
        if ((flags & REVOKED) != 0) {
            values.add("revoked");
        }
        key(
                place,
                KeyKind.PUBLIC,
                algorithm,
                field.get(),
                values,
                type,
                () -> DnssecKey.publicKey(algorithm, field.get()));
    }

    /** How the public part is had. */
    private interface PublicPart {
        Optional<SubjectPublicKeyInfo> read() throws DerException;
    }

    private void key(
            Place place,
            KeyKind kind,
            int algorithm,
            byte[] identity,
            List<String> values,
            String symbol,
            PublicPart part) {
        KeyClaims keys = new KeyClaims(claims, "DNSSEC");
        String row = kind == KeyKind.PRIVATE ? "dnssec-private-key" : "dnskey";
        try {
            Optional<SubjectPublicKeyInfo> key = part.read();
            if (key.isPresent()) {
                keys.key(place, kind, key.get(), values, symbol, row, found);
            } else if (kind == KeyKind.PUBLIC) {
                Described described = new Described(algorithm(algorithm), OptionalInt.empty(), values, "");
                keys.key(place, kind, described, identity, symbol, row, found);
            } else {
                keys.algorithm(place, algorithm(algorithm), CryptoFunction.STORE, values, symbol, row, found);
            }
        } catch (DerException e) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, Inputs.describe(place), "DNSSEC key (" + symbol + ")", e.getMessage()));
        }
    }

    /** A {@code K*.private} file. */
    void privateKey(Place place, DnssecPrivateKey key) {
        Optional<Integer> algorithm = key.algorithm();
        if (algorithm.isPresent() && HMAC.containsKey(algorithm.get())) {
            algorithm(
                    place,
                    Algorithm.Known.of("hmac").withDigest(HMAC.get(algorithm.get())),
                    CryptoFunction.STORE,
                    List.of("algorithm " + algorithm.get()),
                    "TSIG key");
        } else if (algorithm.isPresent() && key.isWhole()) {
            List<String> values = List.of("algorithm " + algorithm.get(), "not-locked");
            key(
                    place,
                    KeyKind.PRIVATE,
                    algorithm.get(),
                    new byte[0],
                    values,
                    "Private-key-format",
                    () -> key.publicKey(algorithm.get()));
        }
    }

    /** Key tag, algorithm, digest type, digest (RFC 4034 section 5). */
    private void digest(Place place, String type, List<String> data) {
        int algorithm = number(data, 1);
        boolean whole = number(data, 0) >= 0
                && algorithm > 0
                && number(data, 2) > 0
                && hex(data, 3, 20).isPresent();
        if (whole) {
            algorithm(
                    place,
                    algorithm(algorithm),
                    CryptoFunction.VERIFY,
                    List.of("algorithm " + algorithm, "digest type " + data.get(2)),
                    type);
        }
    }

    /** Type covered, algorithm, labels, time to live, … (RFC 4034 section 3): one finding for each algorithm of a file. */
    private void signature(Place place, List<String> data) {
        int algorithm = number(data, 1);
        if (data.size() >= 9 && algorithm > 0 && number(data, 2) >= 0 && signed.add("RRSIG " + algorithm)) {
            algorithm(place, algorithm(algorithm), CryptoFunction.SIGN, List.of("algorithm " + algorithm), "RRSIG");
        }
    }

    /** Key type, digest type, digest (RFC 4255 section 3.1). */
    private void sshfp(Place place, List<String> data) {
        int type = number(data, 0);
        if (type > 0 && number(data, 1) > 0 && hex(data, 2, 20).isPresent()) {
            algorithm(
                    place,
                    SSHFP.getOrDefault(type, new Algorithm.Unresolved("sshfp:" + type)),
                    CryptoFunction.SSH,
                    List.of("key type " + type),
                    "SSHFP");
        }
    }

    /** Usage, selector, matching type, data (RFC 6698 section 2.1): what stands there whole is handed on. */
    private void tlsa(Place place, String type, List<String> data) {
        int matching = number(data, 2);
        Optional<byte[]> content = hex(data, 3, 32);
        if (number(data, 0) < 0 || number(data, 1) < 0 || content.isEmpty()) {
            return;
        }
        if (matching == 0) {
            int line = place.line().orElse(1);
            found.add(new DerivedInput(Place.cut(location, Place.BASE64, line, 1), content.get()));
        } else if (matching > 0) {
            algorithm(
                    place,
                    new Algorithm.Unresolved("tlsa"),
                    CryptoFunction.TLS,
                    List.of("matching type " + matching),
                    type);
        }
    }

    private void algorithm(
            Place place, Algorithm algorithm, CryptoFunction function, List<String> values, String symbol) {
        new KeyClaims(claims, "DNS").algorithm(place, algorithm, function, values, symbol, "dns-record", found);
    }

    private Algorithm algorithm(int number) {
        return claims.registry()
                .byDnssec(number)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("dnssec:" + number));
    }

    private static Optional<byte[]> hex(List<String> data, int from, int least) {
        if (data.size() <= from) {
            return Optional.empty();
        }
        String digits = String.join("", data.subList(from, data.size()));
        return digits.length() % 2 == 0 && digits.length() >= 2 * least && digits.matches("[0-9a-fA-F]+")
                ? Optional.of(HexFormat.of().parseHex(digits))
                : Optional.empty();
    }

    private static int number(List<String> data, int index) {
        return data.size() > index && data.get(index).matches("[0-9]{1,5}") ? Integer.parseInt(data.get(index)) : -1;
    }
}
