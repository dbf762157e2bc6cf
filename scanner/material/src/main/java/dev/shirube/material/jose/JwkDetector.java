package dev.shirube.material.jose;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Digests;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyAlgorithms;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** JSON Web Keys and sets of them, wherever they stand; certificates in them ({@code x5c}) are found as Base64 is anywhere. */
public final class JwkDetector implements Detector {

    /** More keys than any set of practice. */
    static final int MAX_KEYS = 10_000;

    /** Names that a finding may repeat: nothing that somebody could have put a secret into. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+._-]{1,40}");

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public JwkDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "jwk";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(JwkText.ANCHOR));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What keys stand in the text at that location. */
    Detection read(String location, String text) throws IOException {
        DetectionBuilder found = new DetectionBuilder();
        JwkText keys = new JwkText(text);
        TextLines lines = new TextLines(text);
        List<JwkText.Found> objects = keys.objects(MAX_KEYS);
        for (JwkText.Found object : objects) {
            Place place = Place.of(location).atLine(lines.at(object.offset()));
            try {
                key(place, object.object(), found);
            } catch (DerException e) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED, Inputs.describe(place), "JSON Web Key", e.getMessage()));
            }
        }
        if (keys.exhausted() || objects.size() == MAX_KEYS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED, location, "json-web-keys=" + MAX_KEYS, "key " + objects.size()));
        }
        return found.build();
    }

    private void key(Place place, JsonObject key, DetectionBuilder found) throws DerException, IOException {
        if (key.text("kty").orElse("").equals("oct")) {
            symmetric(place, key, found);
            return;
        }
        Optional<SubjectPublicKeyInfo> publicKey = Jwk.publicKey(key);
        if (publicKey.isPresent()) {
            Described plain = new KeyAlgorithms(claims.registry()).of(publicKey.get());
            byte[] identity = publicKey.get().getEncoded(ASN1Encoding.DER);
            key(
                    place,
                    key,
                    new Described(plain.algorithm(), plain.size(), values(key), plain.reason()),
                    identity,
                    found);
            return;
        }
        // A kind, curve or algorithm of a draft: the key is there all the same.
        Optional<byte[]> octets =
                Jwk.bytes(key, "pub").or(() -> Jwk.bytes(key, "x")).filter(it -> it.length >= 16);
        if (octets.isPresent()) {
            Algorithm algorithm = key.text("alg").map(this::named).orElse(new Algorithm.Unresolved("jwk"));
            key(place, key, new Described(algorithm, OptionalInt.empty(), values(key), ""), octets.get(), found);
        }
    }

    private void key(Place place, JsonObject key, Described described, byte[] identity, DetectionBuilder found) {
        boolean secret = Jwk.isPrivate(key);
        found.add(claims.material(
                place,
                new CryptoAsset.Key(
                        secret ? KeyKind.PRIVATE : KeyKind.PUBLIC,
                        described.algorithm(),
                        Optional.of(Digests.sha256(identity)),
                        Optional.empty(),
                        described.size(),
                        "JWK"),
                CryptoFunction.STORE,
                "JWK",
                secret ? "jwk-private" : "jwk-public",
                described));
    }

    /** A symmetric key: no digest of it may leave the scanner, since a short one could be guessed from that. */
    private void symmetric(Place place, JsonObject key, DetectionBuilder found) {
        Optional<byte[]> octets = Jwk.bytes(key, "k");
        if (octets.isEmpty() || octets.get().length < 8) {
            return;
        }
        Algorithm algorithm = key.text("alg").map(this::named).orElse(new Algorithm.Unresolved("jwk-oct"));
        List<String> values = values(key);
        values.add(8 * octets.get().length + " bits");
        Finding finding = claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                CryptoFunction.STORE,
                "JWK",
                "jwk-symmetric",
                new Described(algorithm, OptionalInt.empty(), values, ""));
        found.add(
                algorithm instanceof Algorithm.Known
                        ? finding
                        : new Finding(
                                finding.asset(),
                                finding.occurrence(),
                                finding.function(),
                                Category.SYMMETRIC,
                                finding.confidence(),
                                finding.evidence()));
    }

    private Algorithm named(String alg) {
        return claims.registry()
                .byJose(alg)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved(NAME.matcher(alg).matches() ? "jose:" + alg : "jwk"));
    }

    private static List<String> values(JsonObject key) {
        List<String> values = new ArrayList<>();
        for (String member : List.of("kty", "crv", "alg", "use")) {
            key.text(member).filter(it -> NAME.matcher(it).matches()).ifPresent(values::add);
        }
        return values;
    }
}
