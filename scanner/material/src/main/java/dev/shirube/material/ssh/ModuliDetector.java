package dev.shirube.material.ssh;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
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
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenSSH's groups for Diffie-Hellman group exchange (moduli(5)): one finding for each size, at its first line, since the
 * server draws one of that size at random.
 */
public final class ModuliDetector implements Detector {

    /** Time, kind, tests, trials, size, generator, modulus. */
    private static final Pattern LINE = Pattern.compile(
            "^[0-9]{14} [0-9]{1,2} [0-9a-fA-F]{1,4} [0-9]{1,6} ([0-9]{3,5}) [0-9a-fA-F]{1,4} ([0-9a-fA-F]{64,4096})$");

    private static final int MAX_BYTES = 32 << 20;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public ModuliDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "ssh-moduli";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return input.name().startsWith("moduli") || input.name().endsWith("moduli");
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(
                input, MAX_BYTES, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** The sizes of the groups in the text at that location. */
    Detection read(String location, String text) {
        Map<Integer, Integer> firstLines = new TreeMap<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = LINE.matcher(lines[i].strip());
            if (matcher.matches()) {
                // The size in the file is that of the number below the highest bit; the modulus itself decides.
                int bits = new BigInteger(matcher.group(2), 16).bitLength();
                firstLines.putIfAbsent(bits, i + 1);
                counts.merge(bits, 1, Integer::sum);
            }
        }
        DetectionBuilder found = new DetectionBuilder();
        firstLines.forEach((bits, line) -> {
            Algorithm algorithm = Algorithm.Known.of("ffdh").withParameterSet(Integer.toString(bits));
            found.add(claims.material(
                    Place.of(location).atLine(line),
                    new CryptoAsset.AlgorithmAsset(algorithm),
                    CryptoFunction.PARAMETERS,
                    "moduli",
                    "ssh-moduli",
                    new Described(
                            algorithm,
                            OptionalInt.of(bits),
                            List.of(bits + " bits", counts.get(bits) + " groups"),
                            "")));
        });
        return found.build();
    }
}
