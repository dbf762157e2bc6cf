package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SSH keys: public keys on a line ({@code authorized_keys}, {@code known_hosts}, {@code *.pub}, or anywhere in a text) and
 * private keys in OpenSSH's own format (PROTOCOL.key), which arrive as the body of a PEM block.
 *
 * <p>OpenSSH keeps the public part of an encrypted private key in the clear. It tells type and size, so no password is
 * tried: nothing that an inventory needs is locked.
 */
public final class SshKeyDetector implements Detector {

    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    /** More lines than any known_hosts of practice. */
    private static final int MAX_KEYS = 100_000;

    private static final int MAX_PRIVATE_KEYS = 64;

    private static final List<String> TYPES = List.of(
            "ssh-rsa",
            "ssh-dss",
            "ssh-ed25519",
            "ssh-ed448",
            "ecdsa-sha2-nistp",
            "sk-ssh-ed25519",
            "sk-ecdsa-sha2-nistp",
            "ssh-mldsa",
            "ssh-slh",
            "ssh-falcon",
            "ssh-xmss");

    /** How a blob begins in Base64: with the length of a short name. */
    private static final String BLOB = "AAAA";

    /** A key type and a blob; one that dots cut off is an example. */
    private static final Pattern LINE =
            Pattern.compile("(?<![A-Za-z0-9@.-])((?:ssh|ecdsa-sha2|sk-ssh|sk-ecdsa-sha2)-[a-z0-9@.-]{3,60})[ \\t]+"
                    + "(AAAA[A-Za-z0-9+/]{20,}+={0,2}+)(?!\\.\\.|\\xE2\\x80\\xA6|\\[)");

    private static final Pattern AUTHORITY = Pattern.compile("^(?:@cert-authority\\s|(?:\\S+,)?cert-authority[, ])");

    /** As much of a line before a key as options and host names take. */
    private static final int MAX_LINE_START = 4096;

    /** Lists of keys, in which a line that begins with a number sign is a comment (sshd(8)). */
    private static final Pattern LIST = Pattern.compile("(?:^|[/!])(?:authorized_keys2?|(?:ssh_)?known_hosts2?)$");

    private static final byte[] SIGNATURE = "SSHSIG".getBytes(StandardCharsets.US_ASCII);

    private final Claims claims;
    private final SshKeyClaims keys;

    /** A detector that names algorithms by that registry. */
    public SshKeyDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
        keys = new SshKeyClaims(claims);
    }

    @Override
    public String id() {
        return "ssh-key";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Anchors anchors() {
        List<String> anchors = new ArrayList<>(TYPES);
        anchors.add("openssh-key-v1");
        anchors.add("SSHSIG");
        return Anchors.anyOf(anchors);
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> {
            DetectionBuilder found = new DetectionBuilder();
            Place place = Place.of(input.location());
            if (startsWith(bytes, MAGIC)) {
                privateKeys(place, bytes, found);
            } else if (startsWith(bytes, SIGNATURE)) {
                signature(place, bytes, found);
            } else {
                lines(place, new String(bytes, StandardCharsets.ISO_8859_1), found);
            }
            return found.build();
        });
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length > magic.length && Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length);
    }

    /** A signature over a file or a commit (OpenSSH PROTOCOL.sshsig), with the key that it names. */
    private void signature(Place place, byte[] bytes, DetectionBuilder found) throws IOException {
        try {
            SshWire wire = new SshWire(bytes);
            wire.skip(SIGNATURE.length);
            int version = wire.uint32();
            if (version != 1) {
                throw new DerException("version " + version);
            }
            byte[] blob = wire.string();
            wire.string(); // name space
            wire.string(); // reserved
            String digest = wire.name();
            String algorithm = new SshWire(wire.string()).name();
            keys.signature(place, algorithm, CryptoFunction.SIGN, "ssh-signature", found);
            digest(place, digest, found);
            keys.add(place, KeyKind.PUBLIC, blob, List.of("signer"), "OpenSSH", "ssh-signature-key", found);
        } catch (DerException e) {
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), "SSH signature", e.getMessage()));
        }
    }

    /** The hash of the message: "sha256" or "sha512", in lower case. */
    private void digest(Place place, String name, DetectionBuilder found) throws DerException {
        Algorithm.Known known = claims.registry()
                .byJcaName("MessageDigest", name)
                .orElseThrow(() -> new DerException("a hash that it does not know"));
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(known),
                CryptoFunction.DIGEST,
                "SSHSIG",
                "ssh-signature-digest",
                new Described(known, OptionalInt.empty(), List.of(name), "")));
    }

    private void privateKeys(Place place, byte[] bytes, DetectionBuilder found) throws IOException {
        try {
            SshWire wire = new SshWire(bytes);
            wire.skip(MAGIC.length);
            boolean encrypted = !wire.name().equals("none");
            wire.string(); // name of the key derivation function
            wire.string(); // its options
            int count = wire.uint32();
            if (count < 1 || count > MAX_PRIVATE_KEYS) {
                throw new DerException("announces " + count + " keys");
            }
            for (int i = 0; i < count; i++) {
                keys.add(
                        place,
                        KeyKind.PRIVATE,
                        wire.string(),
                        encrypted ? List.of("encrypted") : List.of(),
                        "OpenSSH",
                        "openssh-private-key",
                        found);
            }
        } catch (DerException e) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, Inputs.describe(place), "OpenSSH private key", e.getMessage()));
        }
    }

    private void lines(Place place, String text, DetectionBuilder found) throws IOException {
        if (!text.contains(BLOB)) {
            return; // code names key types often, and the pattern takes its time
        }
        Matcher matcher = LINE.matcher(text);
        TextLines lines = new TextLines(text);
        boolean listed = LIST.matcher(place.location()).find();
        for (int count = 0; matcher.find(); count++) {
            int line = lines.at(matcher.start());
            if (count == MAX_KEYS) {
                found.add(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED, place.location(), "ssh-keys=" + MAX_KEYS, "line " + line));
                return;
            }
            String before = text.substring(Math.max(0, matcher.start() - MAX_LINE_START), matcher.start());
            if (!listed || !start(before).stripLeading().startsWith("#")) {
                line(place.atLine(line), matcher.group(1), matcher.group(2), notes(start(before)), found);
            }
        }
    }

    /** What stands before the key on its line. */
    private static String start(String before) {
        return before.substring(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    }

    /** What markers of known_hosts and options of authorized_keys say of the key behind them (sshd(8)). */
    private static List<String> notes(String start) {
        List<String> notes = new ArrayList<>();
        if (start.startsWith("@revoked")) {
            notes.add("revoked");
        }
        if (AUTHORITY.matcher(start).find()) {
            notes.add("certification authority");
        }
        return notes;
    }

    private void line(Place place, String type, String base64, List<String> notes, DetectionBuilder found)
            throws IOException {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            if (!new SshWire(blob).name().equals(type)) {
                throw new DerException("the key inside is of another type");
            }
            keys.add(place, KeyKind.PUBLIC, blob, notes, "OpenSSH", "ssh-public-key", found);
        } catch (DerException e) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, Inputs.describe(place), "SSH public key " + type, e.getMessage()));
        } catch (IllegalArgumentException e) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, Inputs.describe(place), "SSH public key " + type, "no Base64"));
        }
    }
}
