package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The entries of one keystore whose list lies open, or was opened. A private key that no candidate password opens is told by
 * the first certificate of its chain, the one of its public part, and as locked all the same: nobody saw whether it fits.
 */
final class KeystoreEntries {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,39}");
    private static final List<String> SERVICES = List.of("KeyGenerator", "SecretKeyFactory", "Cipher");

    private final Claims claims;
    private final String format;
    private final String location;
    private final Unlocking unlocking;
    private final DetectionBuilder found;
    private int certificates;
    private int keys;
    private int lockedKeys;
    private int secrets;
    private int lockedSecrets;
    private int unread;

    KeystoreEntries(Claims claims, String format, String location, PasswordTrials passwords, DetectionBuilder found) {
        this.claims = claims;
        this.format = format;
        this.location = location;
        this.unlocking = new Unlocking(passwords);
        this.found = found;
    }

    /** What entries are opened with; what stays locked is told of at the end. */
    Unlocking unlocking() {
        return unlocking;
    }

    /** Bytes behind their length, of a stream all of whose bytes are in memory. */
    static byte[] block(DataInputStream in) throws IOException, DerException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new DerException("announces " + length + " bytes, but " + in.available() + " are left");
        }
        return in.readNBytes(length);
    }

    /** Hands a certificate on. */
    void certificate(String path, byte[] certificate) {
        certificates++;
        found.add(new DerivedInput(path, certificate));
    }

    /** Hands on a key that lies open. */
    void key(String path, byte[] encoded) {
        keys++;
        found.add(new DerivedInput(path, encoded));
    }

    /** A key that nothing here can open, for it is not sealed as its keystore seals: only counted. */
    void unread() {
        unread++;
    }

    /**
     * Adds a private key by its public part.
     *
     * @param path logical path of the entry
     * @param envelope the encrypted key
     * @param certificate the first of its chain, if it has one
     * @param opened the key's PKCS#8, if a candidate password fits
     */
    void privateKey(String path, byte[] envelope, Optional<byte[]> certificate, Optional<byte[]> opened)
            throws DerException {
        keys++;
        lockedKeys += opened.isPresent() ? 0 : 1;
        Optional<SubjectPublicKeyInfo> key = opened.flatMap(KeystoreEntries::publicPart);
        if (key.isEmpty() && certificate.isPresent()) {
            key = Optional.of(Der.reading(
                    () -> Certificate.getInstance(Der.parse(certificate.get())).getSubjectPublicKeyInfo()));
        }
        KeyAlgorithms algorithms = new KeyAlgorithms(claims.registry());
        Optional<String> fingerprint = Optional.empty();
        Described described = new Described(
                new Algorithm.Unresolved("encrypted-private-key"), OptionalInt.empty(), List.of(), "locked");
        if (key.isPresent()) {
            SubjectPublicKeyInfo info = key.get();
            described = algorithms.of(info);
            fingerprint = Optional.of(Digests.sha256(Der.reading(() -> info.getEncoded(ASN1Encoding.DER))));
        } else if (opened.isPresent()) {
            described = algorithms.of(Der.reading(
                    () -> PrivateKeyInfo.getInstance(Der.sequence(opened.get())).getPrivateKeyAlgorithm()));
        }
        found.add(claims.material(
                new Place(path, OptionalInt.empty()),
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        described.algorithm(),
                        fingerprint,
                        Optional.of(Digests.sha256(envelope)),
                        described.size(),
                        format),
                CryptoFunction.STORE,
                "PrivateKeyEntry",
                "keystore-private-key",
                described));
    }

    private static Optional<SubjectPublicKeyInfo> publicPart(byte[] pkcs8) {
        try {
            return Optional.of(PublicParts.of(Der.reading(() -> PrivateKeyInfo.getInstance(Der.sequence(pkcs8)))));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    /** Adds a symmetric key by its algorithm, or counts one that stays locked. */
    void secretKey(String path, Optional<SecretKey> opened) {
        secrets++;
        if (opened.isEmpty()) {
            lockedSecrets++;
            return;
        }
        String name =
                NAME.matcher(opened.get().algorithm()).matches() ? opened.get().algorithm() : "secret-key";
        Algorithm algorithm = SERVICES.stream()
                .flatMap(it -> claims.registry().byJcaName(it, name).stream())
                .findFirst()
                .or(() -> claims.registry().byOid(name))
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved(name));
        Finding finding = claims.material(
                new Place(path, OptionalInt.empty()),
                new CryptoAsset.AlgorithmAsset(algorithm),
                CryptoFunction.STORE,
                "SecretKeyEntry",
                "keystore-secret-key",
                new Described(
                        algorithm,
                        OptionalInt.empty(),
                        List.of(name, opened.get().bits() + " bits"),
                        ""));
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

    /** Tells of what stayed locked, and of what is visible beside it. */
    void tell() {
        if (unread > 0) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    location,
                    "keys that are sealed in a form of their own (" + unread + " entries)"));
        }
        if (!unlocking.complete()) {
            unlocking.diagnostics(location, description()).forEach(found::add);
        }
    }

    private String description() {
        return format + " keystore (" + lockedKeys + " of " + keys + " private keys and " + lockedSecrets + " of "
                + secrets + " secret keys locked; " + certificates + " certificates visible)";
    }
}
