package dev.shirube.material.textkey;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Files that hold one key of WireGuard and nothing else. Any 32 bytes in Base64 look like one, so the name must say it too:
 * {@code privatekey} and {@code publickey} as in wg(8), or a folder or name with {@code wg} or {@code wireguard} in it.
 */
public final class WireGuardKeyFileDetector implements Detector {

    private static final int MAX_BYTES = 64;
    private static final int CHARACTERS = 44;

    private static final Pattern OWN_NAME = Pattern.compile("(?:.*[._-])?(?:private|public)key(?:\\.txt)?");
    private static final Pattern PATH =
            Pattern.compile("(?:.*[/._-])?(?:wireguard|wg[0-9]*)(?:[/._-].*)?", Pattern.DOTALL);
    private static final Pattern PUBLIC = Pattern.compile("(?:.*[^a-z])?pub(?:lic)?(?:[^a-z].*|key.*)?");
    private static final Pattern PRESHARED = Pattern.compile(".*(?:psk|shared).*");

    private final WireGuardKeys keys;

    /** A detector that names algorithms by that registry. */
    public WireGuardKeyFileDetector(AlgorithmRegistry registry) {
        keys = new WireGuardKeys(new KeyClaims(new Claims(id(), version(), registry), "WireGuard"));
    }

    @Override
    public String id() {
        return "wireguard-key-file";
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
        if (input.size() < CHARACTERS || input.size() > MAX_BYTES) {
            return false;
        }
        String path = input.location().toLowerCase(Locale.ROOT);
        String name = input.name().toLowerCase(Locale.ROOT);
        return !PRESHARED.matcher(name).matches()
                && (OWN_NAME.matcher(name).matches() || PATH.matcher(path).matches());
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
            String name = input.name().toLowerCase(Locale.ROOT);
            boolean secret = !PUBLIC.matcher(name).matches();
            DetectionBuilder found = new DetectionBuilder();
            if (text.length() == CHARACTERS) {
                keys.add(
                        Place.of(input.location()).atLine(1),
                        secret,
                        text,
                        List.of(secret ? "private key file" : "public key file"),
                        "WireGuard key",
                        found);
            }
            return found.build();
        });
    }
}
