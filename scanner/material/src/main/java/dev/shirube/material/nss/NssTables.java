package dev.shirube.material.nss;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.material.Aliases;
import dev.shirube.material.Claims;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Digests;
import dev.shirube.material.KeyAlgorithms;
import dev.shirube.material.Place;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The tables of NSS: a row is a PKCS#11 object, a column an attribute by its number in hexadecimal ({@code a11} is
 * CKA_VALUE). Private keys stand in {@code nssPrivate}, with their secret attributes encrypted.
 */
final class NssTables {

    private static final int CERTIFICATE = 1;
    private static final int PUBLIC_KEY = 2;
    private static final int PRIVATE_KEY = 3;

    /** How NSS writes an attribute that is there and empty. */
    private static final byte[] EMPTY = {(byte) 0xa5, 0, 0x5a};

    private final Claims claims;
    private final String location;
    private final Aliases aliases = new Aliases();
    private int keys;

    NssTables(Claims claims, String location) {
        this.claims = claims;
        this.location = location;
    }

    void read(SqliteFile file, DetectionBuilder found) throws DerException {
        for (String name : List.of("nssPublic", "nssPrivate")) {
            Optional<SqliteFile.Table> table = file.table(name);
            if (table.isPresent()) {
                List<String> columns = table.get().columns();
                file.rows(table.get(), values -> row(object(columns, values), found));
            }
        }
    }

    private static Map<String, byte[]> object(List<String> columns, List<byte[]> values) {
        Map<String, byte[]> object = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byte[] value = values.get(i);
            if (value.length > 0 && !Arrays.equals(value, EMPTY)) {
                object.put(columns.get(i), value);
            }
        }
        return object;
    }

    private void row(Map<String, byte[]> object, DetectionBuilder found) {
        OptionalInt kind = number(object, "a0");
        if (kind.isEmpty()) {
            return;
        }
        if (kind.getAsInt() == CERTIFICATE && object.containsKey("a11")) {
            String label = new String(object.getOrDefault("a3", new byte[0]), StandardCharsets.UTF_8);
            String alias = label.isEmpty() ? "certificate" : label;
            found.add(new DerivedInput(location + "!" + aliases.of(alias, ""), object.get("a11")));
        } else if (kind.getAsInt() == PUBLIC_KEY || kind.getAsInt() == PRIVATE_KEY) {
            Place place = new Place(location + "!key/" + ++keys, OptionalInt.empty());
            try {
                key(place, kind.getAsInt() == PRIVATE_KEY ? KeyKind.PRIVATE : KeyKind.PUBLIC, object, found);
            } catch (DerException e) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED, place.location(), "key in a database of NSS", e.getMessage()));
            }
        }
    }

    private void key(Place place, KeyKind kind, Map<String, byte[]> object, DetectionBuilder found)
            throws DerException {
        Optional<SubjectPublicKeyInfo> key = Der.reading(() -> publicPart(object));
        OptionalInt type = number(object, "a100");
        if (key.isEmpty() && (kind == KeyKind.PUBLIC || !object.containsKey("a11"))) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ, place.location(), "a key of PKCS#11 type " + type.orElse(-1)));
            return;
        }
        Described described = key.isPresent()
                ? new KeyAlgorithms(claims.registry()).of(key.get())
                : new Described(
                        new Algorithm.Unresolved("nss-private-key"),
                        OptionalInt.empty(),
                        List.of("PKCS#11 key type " + type.orElse(-1)),
                        "locked");
        Optional<String> fingerprint = key.isPresent()
                ? Optional.of(Digests.sha256(Der.reading(() -> key.get().getEncoded(ASN1Encoding.DER))))
                : Optional.empty();
        Optional<String> envelope = kind == KeyKind.PRIVATE
                ? Optional.ofNullable(object.get("a11")).map(Digests::sha256)
                : Optional.empty();
        found.add(claims.material(
                place,
                new CryptoAsset.Key(kind, described.algorithm(), fingerprint, envelope, described.size(), "NSS"),
                CryptoFunction.STORE,
                kind == KeyKind.PRIVATE ? "CKO_PRIVATE_KEY" : "CKO_PUBLIC_KEY",
                "nss-key",
                described));
    }

    /** The public part, from the attributes of PKCS#11 section 6 that are not encrypted. */
    private static Optional<SubjectPublicKeyInfo> publicPart(Map<String, byte[]> object)
            throws IOException, DerException {
        switch (number(object, "a100").orElse(-1)) {
            case 0 -> {
                return has(object, "a120", "a122")
                        ? Optional.of(new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                new RSAPublicKey(integer(object, "a120"), integer(object, "a122"))))
                        : Optional.empty();
            }
            case 1 -> {
                // Of a private key the public value stands in NSS's own attribute CKA_NSS_DB, since a11 is the secret.
                String value = object.containsKey("ad5a0db00") ? "ad5a0db00" : "a11";
                return has(object, "a130", "a131", "a132", value)
                        ? Optional.of(new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_dsa,
                                        new DSAParameter(
                                                integer(object, "a130"),
                                                integer(object, "a131"),
                                                integer(object, "a132"))),
                                new ASN1Integer(integer(object, value))))
                        : Optional.empty();
            }
            case 3 -> {
                Optional<byte[]> point = point(object);
                return has(object, "a180") && point.isPresent()
                        ? Optional.of(new SubjectPublicKeyInfo(
                                new AlgorithmIdentifier(
                                        X9ObjectIdentifiers.id_ecPublicKey, Der.parse(object.get("a180"))),
                                point.get()))
                        : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** CKA_EC_POINT is an OCTET STRING around the point; CKA_NSS_DB is the point itself. */
    private static Optional<byte[]> point(Map<String, byte[]> object) throws DerException {
        byte[] wrapped = object.get("a181");
        if (wrapped == null) {
            return Optional.ofNullable(object.get("ad5a0db00"));
        }
        return Der.reading(() ->
                Optional.of(ASN1OctetString.getInstance(Der.parse(wrapped)).getOctets()));
    }

    private static boolean has(Map<String, byte[]> object, String... attributes) {
        return List.of(attributes).stream().allMatch(object::containsKey);
    }

    private static BigInteger integer(Map<String, byte[]> object, String attribute) {
        return new BigInteger(1, object.get(attribute));
    }

    private static OptionalInt number(Map<String, byte[]> object, String attribute) {
        byte[] value = object.get(attribute);
        return value != null && value.length == 4
                ? OptionalInt.of(new BigInteger(value).intValue())
                : OptionalInt.empty();
    }
}
