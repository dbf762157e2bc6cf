package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys as gpg-agent keeps them ({@code private-keys-v1.d/*.key}; GnuPG's agent/keyformat.txt), in canonical and in
 * extended form. The public part stands in the clear even in a locked one; the private part is not looked at.
 */
public final class AgentKeyDetector implements Detector {

    private static final Pattern START =
            Pattern.compile("\\((?:[0-9]{2}:)?(protected-|shadowed-)?private-key[ \\t\\r\\n]{0,8}\\(");

    /** A key of practice is much smaller. */
    private static final int MAX_BYTES = 1 << 20;

    private static final int MAX_KEYS = 100;

    private final AlgorithmRegistry registry;
    private final KeyClaims keys;

    /** A detector that names algorithms by that registry. */
    public AgentKeyDetector(AlgorithmRegistry registry) {
        this.registry = registry;
        this.keys = new KeyClaims(new Claims(id(), version(), registry), "gpg-agent");
    }

    @Override
    public String id() {
        return "gpg-agent-key";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("private-key (", "private-key("));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return input.size() <= MAX_BYTES && input.name().endsWith(".key");
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> read(input.location(), bytes));
    }

    /** What keys stand in those bytes. */
    Detection read(String location, byte[] bytes) {
        DetectionBuilder found = new DetectionBuilder();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        TextLines lines = new TextLines(text);
        Matcher start = START.matcher(text);
        for (int count = 0; count < MAX_KEYS && start.find(); count++) {
            Place place = Place.of(location).atLine(lines.at(start.start()));
            try {
                key(place, SExpression.read(bytes, start.start()), start.group(1), found);
            } catch (DerException e) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED, Inputs.describe(place), "private key of gpg-agent", e.getMessage()));
            }
        }
        return found.build();
    }

    private void key(Place place, SExpression whole, String kind, DetectionBuilder found) throws DerException {
        if (whole.items().size() < 2 || whole.items().get(1).items().isEmpty()) {
            throw new DerException("a key without algorithm");
        }
        SExpression key = whole.items().get(1);
        String state = kind == null ? "not-locked" : kind.equals("protected-") ? "locked" : "on a card";
        AgentKey read = AgentKey.of(key, registry);
        if (read.spki().isPresent()) {
            keys.key(
                    place,
                    KeyKind.PRIVATE,
                    read.spki().get(),
                    List.of(state),
                    "private-key",
                    "gpg-agent-private-key",
                    found);
            return;
        }
        Described described = read.described();
        if (described.algorithm() instanceof Algorithm.Unresolved) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ, Inputs.describe(place), "a key of gpg-agent of another algorithm"));
        }
        keys.key(
                place,
                KeyKind.PRIVATE,
                new Described(described.algorithm(), described.size(), List.of(state), described.reason()),
                read.publicPart(),
                "private-key",
                "gpg-agent-private-key",
                found);
    }
}
