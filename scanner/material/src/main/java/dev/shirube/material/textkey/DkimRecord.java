package dev.shirube.material.textkey;

import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.material.Claims;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.RawKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A DKIM key record (RFC 6376 section 3.6.1, RFC 8463 section 4) in whatever quotes and pieces it stands. */
final class DkimRecord {

    /** Where one piece of a text record ends and the next begins. */
    private static final Pattern SEAM = Pattern.compile("\\\\?\"\\s*\\\\?\"");

    private static final Pattern KEY = Pattern.compile("\\bp=\\s*([A-Za-z0-9+/]{40,}={0,2})");

    /** The same where line ends stand in the middle of it. */
    private static final Pattern FOLDED = Pattern.compile("\\bp=\\s*([A-Za-z0-9+/\\s]{40,}={0,2})");

    private static final Pattern KIND = Pattern.compile("\\bk=\\s*([a-z0-9]{1,20})");

    /** As far as a record of one key goes: RSA with 16384 bits. */
    private static final int MAX_CHARS = 4096;

    private final KeyClaims keys;

    DkimRecord(Claims claims) {
        keys = new KeyClaims(claims, "DKIM");
    }

    /** The key of the record that begins the text. */
    void add(Place place, String text, DetectionBuilder found) {
        String record = text.substring(0, Math.min(text.length(), MAX_CHARS));
        String joined = SEAM.matcher(record).replaceAll("");
        int next = joined.indexOf("v=DKIM1", 1);
        joined = next < 0 ? joined : joined.substring(0, next);
        Matcher kind = KIND.matcher(joined);
        boolean ed25519 = kind.find() && kind.group(1).equals("ed25519");
        Optional<DerException> fault = Optional.empty();
        for (Pattern pattern : List.of(KEY, FOLDED)) {
            Optional<byte[]> bytes = bytes(pattern, joined);
            if (bytes.isPresent()) {
                try {
                    SubjectPublicKeyInfo info = ed25519 ? ed25519(bytes.get()) : rsa(bytes.get());
                    String name = ed25519 ? "ed25519" : "rsa";
                    keys.key(place, KeyKind.PUBLIC, info, List.of(name), "DKIM", "dkim-key", found);
                    return;
                } catch (DerException e) {
                    fault = Optional.of(e);
                }
            }
        }
        fault.ifPresent(it -> found.add(
                Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), "DKIM record", it.getMessage())));
    }

    /** What stands there; nothing where the key was revoked, or is an example. */
    private static Optional<byte[]> bytes(Pattern pattern, String record) {
        Matcher key = pattern.matcher(record);
        return key.find() ? KeyText.decode(key.group(1).replaceAll("\\s", "")) : Optional.empty();
    }

    private static SubjectPublicKeyInfo ed25519(byte[] key) throws DerException {
        if (key.length != 32) {
            throw new DerException("a key of " + key.length + " bytes");
        }
        return RawKeys.octets(RawKeys.ED25519, key);
    }

    /** SubjectPublicKeyInfo, as everybody writes it, or RSAPublicKey, as the standard's text says. */
    private static SubjectPublicKeyInfo rsa(byte[] der) throws DerException {
        ASN1Sequence sequence = Der.sequence(der);
        return Der.reading(() -> sequence.getObjectAt(0) instanceof ASN1Sequence
                ? SubjectPublicKeyInfo.getInstance(sequence)
                : new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                        RSAPublicKey.getInstance(sequence)));
    }
}
