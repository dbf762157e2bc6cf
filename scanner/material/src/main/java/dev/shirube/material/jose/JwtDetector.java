package dev.shirube.material.jose;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens in the compact and the JSON serialisation: what their header says, and nothing else of them, since whoever has a
 * token may use it.
 */
public final class JwtDetector implements Detector {

    /** How a JSON object begins in Base64. */
    private static final String HEADER = "eyJ";

    /** Signed: header, payload (which may be elsewhere), signature. Encrypted: five parts. */
    private static final Pattern COMPACT = Pattern.compile(
            "(?<![A-Za-z0-9_/+.-])(eyJ[A-Za-z0-9_-]{8,4000}+)"
                    + "\\.([A-Za-z0-9_-]*+)\\.([A-Za-z0-9_-]{16,}+)(\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]{16,}+)?+(?!\\.[A-Za-z0-9_.-])");

    /** {@code protected} in the JSON serialisation. */
    private static final Pattern PROTECTED =
            Pattern.compile("\"protected\"\\s{0,20}:\\s{0,20}\"(eyJ[A-Za-z0-9_-]{8,4000}+)\"");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9+._-]{1,40}");

    /** More tokens than any text of practice. */
    private static final int MAX_TOKENS = 10_000;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public JwtDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "jwt";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(HEADER));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What tokens stand in the text at that location. */
    Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        Matcher compact = COMPACT.matcher(text);
        TextLines lines = new TextLines(text);
        for (int count = 0; compact.find(); count++) {
            int line = lines.at(compact.start());
            if (count == MAX_TOKENS) {
                found.add(
                        Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "tokens=" + MAX_TOKENS, "line " + line));
                break;
            }
            boolean encrypted = compact.group(4) != null;
            // Of the five parts only the second, the encrypted key, may be empty.
            token(Place.of(location).atLine(line), compact.group(1), encrypted, found);
        }
        boolean encrypted = text.contains("\"ciphertext\"");
        if (encrypted || text.contains("\"signature\"")) {
            serialised(location, text, encrypted, found);
        }
        return found.build();
    }

    private void serialised(String location, String text, boolean encrypted, DetectionBuilder found) {
        Matcher header = PROTECTED.matcher(text);
        TextLines lines = new TextLines(text);
        for (int count = 0; count < MAX_TOKENS && header.find(); count++) {
            token(Place.of(location).atLine(lines.at(header.start())), header.group(1), encrypted, found);
        }
    }

    private void token(Place place, String header, boolean encrypted, DetectionBuilder found) {
        Optional<JsonObject> object =
                Jwk.decode(header).flatMap(it -> JsonObject.first(new String(it, StandardCharsets.UTF_8)));
        if (object.isEmpty() || object.get().text("enc").isPresent() != encrypted) {
            return;
        }
        object.get()
                .text("alg")
                .ifPresent(it -> algorithm(
                        place,
                        it,
                        encrypted ? CryptoFunction.ENCRYPT : CryptoFunction.SIGN,
                        encrypted ? "JWE alg" : "JWS alg",
                        found));
        object.get()
                .text("enc")
                .filter(it -> claims.registry().byJose(it).isPresent())
                .ifPresent(it -> algorithm(place, it, CryptoFunction.ENCRYPT, "JWE enc", found));
    }

    private void algorithm(Place place, String name, CryptoFunction function, String symbol, DetectionBuilder found) {
        if (name.equals("none") || name.equals("dir") || !NAME.matcher(name).matches()) {
            return; // not signed; or the content's key was agreed on elsewhere
        }
        Algorithm algorithm = claims.registry()
                .byJose(name)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("jose:" + name));
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                function,
                symbol,
                symbol.startsWith("JWS") ? "jws" : "jwe",
                new Described(algorithm, OptionalInt.empty(), List.of(name), "")));
    }
}
