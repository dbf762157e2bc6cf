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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys in settings of WireGuard: wg(8), systemd.netdev(5) and NetworkManager. A preshared key is mixed into the handshake
 * and so withstands what breaks X25519: it is noted with the peer that has it, without its value.
 */
public final class WireGuardDetector implements Detector {

    private static final Pattern SECTION = Pattern.compile("^\\[([A-Za-z]{1,20}(?:-peer)?)(?:\\.([^\\]]{1,64}))?\\]$");
    private static final Pattern SETTING = Pattern.compile("^([A-Za-z-]{3,20})\\s{0,20}=\\s{0,20}(\\S{1,100})$");

    private static final Set<String> SECTIONS =
            Set.of("interface", "peer", "wireguard", "wireguardpeer", "wireguard-peer");

    private final WireGuardKeys keys;

    /** A detector that names algorithms by that registry. */
    public WireGuardDetector(AlgorithmRegistry registry) {
        keys = new WireGuardKeys(new KeyClaims(new Claims(id(), version(), registry), "WireGuard"));
    }

    @Override
    public String id() {
        return "wireguard";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(
                List.of("[Interface]", "[Peer]", "[WireGuard]", "[WireGuardPeer]", "[wireguard]", "[wireguard-peer."));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** A key of a section, held back until it is known whether the section has a preshared one too. */
    private record Held(int line, boolean secret, String base64) {}

    /** What keys stand in the text at that location. */
    Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        List<Held> held = new ArrayList<>();
        boolean inSection = false;
        boolean preshared = false;
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Matcher section = SECTION.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (line.startsWith("[") && section.matches()) {
                flush(location, held, preshared, found);
                preshared = false;
                inSection = SECTIONS.contains(section.group(1).toLowerCase(Locale.ROOT));
                if (inSection && section.group(2) != null) {
                    held.add(new Held(i + 1, false, section.group(2)));
                }
            } else if (inSection && setting.matches()) {
                switch (setting.group(1).toLowerCase(Locale.ROOT)) {
                    case "privatekey", "private-key" -> held.add(new Held(i + 1, true, setting.group(2)));
                    case "publickey", "public-key" -> held.add(new Held(i + 1, false, setting.group(2)));
                    case "presharedkey", "preshared-key", "presharedkeyfile" -> preshared = true;
                    default -> {
                        // Addresses and hooks.
                    }
                }
            }
        }
        flush(location, held, preshared, found);
        return found.build();
    }

    private void flush(String location, List<Held> held, boolean preshared, DetectionBuilder found) {
        for (Held key : held) {
            List<String> notes = new ArrayList<>(List.of(key.secret() ? "PrivateKey" : "PublicKey"));
            if (preshared) {
                notes.add("with a preshared key");
            }
            keys.add(Place.of(location).atLine(key.line()), key.secret(), key.base64(), notes, notes.get(0), found);
        }
        held.clear();
    }
}
