package dev.shirube.material.openpgp;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns a sequence of packets at one place into findings. */
final class OpenPgpContent {

    /** More packets than the keyring of a large distribution has. */
    static final int MAX_PACKETS = 500_000;

    /** Deeper than a signed, compressed and encrypted message nests. */
    private static final int MAX_DEPTH = 4;

    private final Claims claims;
    private final Place place;
    private final DetectionBuilder found;
    private int packets;
    private boolean underPassphrase;
    private boolean underKey;
    private Optional<KeyUnderWay> key = Optional.empty();

    OpenPgpContent(Claims claims, Place place, DetectionBuilder found) {
        this.claims = claims;
        this.place = place;
        this.found = found;
    }

    /** Reads packets to the end; what was found before a broken one stays. */
    void read(byte[] bytes) throws DerException {
        try {
            read(bytes, 0);
        } finally {
            keyDone();
        }
        if (underPassphrase && !underKey) {
            found.add(Diagnostic.of(
                    DiagnosticCode.ENCRYPTED, Inputs.describe(place), "an OpenPGP message under a passphrase"));
        }
    }

    private void read(byte[] bytes, int depth) throws DerException {
        PacketReader reader = new PacketReader(bytes);
        while (!reader.atEnd()) {
            if (++packets > MAX_PACKETS) {
                found.add(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED,
                        Inputs.describe(place),
                        "openpgp-packets=" + MAX_PACKETS,
                        "byte " + reader.position()));
                return;
            }
            packet(reader.next(), depth);
        }
    }

    private void packet(Packet packet, int depth) throws DerException {
        if (packet.isKey()) {
            keyDone();
            key = Optional.of(new KeyUnderWay(KeyPacket.read(packet, claims.registry()), packet.type()));
            return;
        }
        switch (packet.type()) {
            case Packet.SIGNATURE -> signature(SignaturePacket.read(packet));
            case Packet.SESSION_KEY -> sessionKey(SessionKeyPacket.read(packet));
            case Packet.SYMMETRIC_SESSION_KEY -> underPassphrase = true;
            case Packet.COMPRESSED -> compressed(packet, depth);
            default -> {
                // Names, trust and content say nothing of algorithms.
            }
        }
    }

    private void compressed(Packet packet, int depth) throws DerException {
        if (depth == MAX_DEPTH) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    Inputs.describe(place),
                    "openpgp-depth=" + MAX_DEPTH,
                    "compressed data in compressed data"));
            return;
        }
        Optional<byte[]> content = Compressed.content(packet.body());
        if (content.isPresent()) {
            read(content.get(), depth + 1);
        } else {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    Inputs.describe(place),
                    "OpenPGP data in a compression other than ZIP and ZLIB, or too much of it"));
        }
    }

    private void signature(SignaturePacket signature) {
        if (key.isPresent() && !signature.overDocument()) {
            key.get().signedBy(signature);
            return;
        }
        List<String> values = new ArrayList<>(
                List.of("v" + signature.version(), "algorithm " + signature.algorithm(), "hash " + signature.hash()));
        if (!signature.issuer().isEmpty()) {
            values.add("issuer " + signature.issuer());
        }
        algorithm(
                signature.algorithm(claims.registry()),
                CryptoFunction.SIGN,
                "Signature Packet",
                "openpgp-signature",
                values);
        signature
                .hashName()
                .flatMap(it -> claims.registry().byJcaName("MessageDigest", it))
                .ifPresent(it ->
                        algorithm(it, CryptoFunction.DIGEST, "Signature Packet", "openpgp-signature-hash", values));
    }

    private void sessionKey(SessionKeyPacket session) {
        underKey = true;
        algorithm(
                session.algorithm(claims.registry()),
                CryptoFunction.ENCRYPT,
                "Public-Key Encrypted Session Key Packet",
                "openpgp-session-key",
                List.of(
                        "v" + session.version(),
                        "algorithm " + session.algorithm(),
                        "recipient " + session.recipient()));
    }

    private void algorithm(
            Algorithm algorithm, CryptoFunction function, String symbol, String row, List<String> values) {
        found.add(claims.material(
                place,
                new CryptoAsset.AlgorithmAsset(algorithm),
                function,
                symbol,
                row,
                new Described(algorithm, OptionalInt.empty(), values, "")));
    }

    private void keyDone() {
        key.ifPresent(it -> found.add(it.claim()));
        key = Optional.empty();
    }

    /** A key whose binding signatures, which tell what it may do, are still to come. */
    private final class KeyUnderWay {

        private final KeyPacket packet;
        private final int type;
        private int flags;
        private boolean revoked;
        private String selfHash = "";

        KeyUnderWay(KeyPacket packet, int type) {
            this.packet = packet;
            this.type = type;
        }

        void signedBy(SignaturePacket signature) {
            boolean binds = packet.subkey()
                    ? signature.type() == 0x18
                    : signature.type() >= 0x10 && signature.type() <= 0x13 || signature.type() == 0x1f;
            if (binds && signature.keyFlags().isPresent()) {
                // Only the owner's own signatures carry key flags; the last one holds.
                flags = signature.keyFlags().getAsInt();
                selfHash = signature.hashName().map(it -> "bound with " + it).orElse("");
            }
            revoked |= signature.type() == (packet.subkey() ? 0x28 : 0x20);
        }

        Finding claim() {
            Described described = packet.material().described();
            return claims.material(
                    place,
                    new CryptoAsset.Key(
                            packet.protection().holdsSecret() ? KeyKind.PRIVATE : KeyKind.PUBLIC,
                            described.algorithm(),
                            Optional.of(packet.fingerprint()),
                            Optional.empty(),
                            described.size(),
                            "OpenPGP"),
                    CryptoFunction.STORE,
                    symbol(),
                    packet.protection() == KeyPacket.Protection.PUBLIC ? "openpgp-public-key" : "openpgp-secret-key",
                    new Described(described.algorithm(), described.size(), values(), described.reason()));
        }

        private String symbol() {
            return switch (type) {
                case Packet.PUBLIC_KEY -> "Public-Key Packet";
                case Packet.SECRET_KEY -> "Secret-Key Packet";
                case Packet.PUBLIC_SUBKEY -> "Public-Subkey Packet";
                default -> "Secret-Subkey Packet";
            };
        }

        private List<String> values() {
            List<String> values = new ArrayList<>(List.of(
                    "v" + packet.version(), packet.subkey() ? "subkey" : "primary", "algorithm " + packet.algorithm()));
            add(values, packet.protection().text(), true);
            add(values, "certify", (flags & 0x01) != 0);
            add(values, "sign", (flags & 0x02) != 0);
            add(values, "encrypt", (flags & 0x0c) != 0);
            add(values, "authenticate", (flags & 0x20) != 0);
            add(values, "revoked", revoked);
            add(values, selfHash, true);
            return values;
        }

        private void add(List<String> values, String value, boolean holds) {
            if (holds && !value.isEmpty()) {
                values.add(value);
            }
        }
    }
}
