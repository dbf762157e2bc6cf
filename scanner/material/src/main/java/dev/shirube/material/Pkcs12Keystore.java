package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** The bags of a PKCS#12 file (RFC 7292 section 4), as far as they are open or a candidate password opens them. */
final class Pkcs12Keystore {

    private static final int MAX_DEPTH = 4;

    private final Claims claims;
    private final String location;
    private final Unlocking unlocking;
    private final Aliases aliases = new Aliases();
    private int certificates;
    private int keys;
    private int lockedSafes;
    private int lockedKeys;

    Pkcs12Keystore(Claims claims, String location, PasswordTrials passwords) {
        this.claims = claims;
        this.location = location;
        this.unlocking = new Unlocking(passwords);
    }

    /** Reads everything that can be read, and tells of the rest. */
    void read(byte[] bytes, DetectionBuilder found) throws DerException, IOException {
        ContentInfo authenticated =
                Der.reading(() -> Pfx.getInstance(Der.parse(bytes)).getAuthSafe());
        if (!authenticated.getContentType().equals(PKCSObjectIdentifiers.data)) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ, location, "a PKCS#12 file protected by a public key"));
            return;
        }
        ASN1Sequence safes = Der.sequence(octets(authenticated.getContent()));
        for (ASN1Encodable safe : safes) {
            safe(Der.reading(() -> ContentInfo.getInstance(safe)), found);
        }
        if (!unlocking.complete()) {
            unlocking.diagnostics(location, description()).forEach(found::add);
        }
    }

    /** What is visible of a store that is locked in part. */
    private String description() {
        return "PKCS#12 (" + lockedSafes + " encrypted safes and " + lockedKeys + " encrypted keys locked; "
                + certificates + " certificates and " + keys + " keys visible)";
    }

    private void safe(ContentInfo safe, DetectionBuilder found) throws DerException, IOException {
        if (safe.getContentType().equals(PKCSObjectIdentifiers.data)) {
            bags(Der.sequence(octets(safe.getContent())), 0, found);
        } else if (safe.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
            EncryptedData data = Der.reading(() -> EncryptedData.getInstance(safe.getContent()));
            Optional<byte[]> plain = unlocking.open(
                    data.getEncryptionAlgorithm(), data.getContent().getOctets());
            if (plain.isPresent()) {
                bags(Der.sequence(plain.get()), 0, found);
            } else {
                lockedSafes++;
            }
        } else {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    location,
                    "a PKCS#12 safe of type " + safe.getContentType().getId()));
        }
    }

    private void bags(ASN1Sequence bags, int depth, DetectionBuilder found) throws DerException, IOException {
        if (depth > MAX_DEPTH) {
            throw new DerException("safes nest deeper than " + MAX_DEPTH);
        }
        for (ASN1Encodable item : bags) {
            SafeBag bag = Der.reading(() -> SafeBag.getInstance(item));
            if (bag.getBagId().equals(PKCSObjectIdentifiers.safeContentsBag)) {
                bags(Der.reading(() -> ASN1Sequence.getInstance(bag.getBagValue())), depth + 1, found);
            } else {
                bag(bag, found);
            }
        }
    }

    private void bag(SafeBag bag, DetectionBuilder found) throws DerException, IOException {
        Optional<String> name = Der.reading(() -> friendlyName(bag.getBagAttributes()));
        if (bag.getBagId().equals(PKCSObjectIdentifiers.certBag)) {
            CertBag certificate = Der.reading(() -> CertBag.getInstance(bag.getBagValue()));
            String path = path(name, "certificate", ++certificates);
            if (certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
                found.add(new DerivedInput(path, octets(certificate.getCertValue())));
            }
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.keyBag)) {
            found.add(new DerivedInput(path(name, "key", ++keys), encoded(bag.getBagValue())));
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
            shrouded(bag.getBagValue(), name, found);
        } else if (bag.getBagId().equals(PKCSObjectIdentifiers.secretBag)) {
            found.add(Diagnostic.of(DiagnosticCode.FORMAT_NOT_READ, path(name, "secret", 1), "a secret key bag"));
        }
    }

    private void shrouded(ASN1Encodable value, Optional<String> name, DetectionBuilder found)
            throws DerException, IOException {
        EncryptedPrivateKeyInfo key = Der.reading(() -> EncryptedPrivateKeyInfo.getInstance(value));
        String path = path(name, "key", keys + lockedKeys + 1);
        Optional<byte[]> plain = unlocking.open(key.getEncryptionAlgorithm(), key.getEncryptedData());
        if (plain.isPresent()) {
            keys++;
            found.add(new DerivedInput(path, plain.get()));
            return;
        }
        lockedKeys++;
        Described hidden = new Described(
                new Algorithm.Unresolved("encrypted-private-key"), OptionalInt.empty(), List.of(), "locked");
        found.add(claims.material(
                new Place(path, OptionalInt.empty()),
                new CryptoAsset.Key(
                        KeyKind.PRIVATE,
                        hidden.algorithm(),
                        Optional.empty(),
                        Optional.of(Digests.sha256(key.getEncoded())),
                        OptionalInt.empty(),
                        "PKCS#12"),
                CryptoFunction.STORE,
                "pkcs8ShroudedKeyBag",
                "encrypted-private-key",
                hidden));
    }

    /** {@code store.p12!alias/key}: a key and its certificate bear the same friendly name. */
    private String path(Optional<String> name, String kind, int number) {
        String alias = name.filter(it -> !it.isBlank()).orElseGet(() -> Integer.toString(number));
        return location + "!" + aliases.of(alias, kind);
    }

    private static Optional<String> friendlyName(ASN1Set attributes) {
        if (attributes == null) {
            return Optional.empty();
        }
        for (ASN1Encodable item : attributes) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(item);
            if (PKCSObjectIdentifiers.pkcs_9_at_friendlyName.equals(attribute.getObjectAt(0))) {
                ASN1Set values = ASN1Set.getInstance(attribute.getObjectAt(1));
                return Optional.of(
                        ASN1BMPString.getInstance(values.getObjectAt(0)).getString());
            }
        }
        return Optional.empty();
    }

    private static byte[] octets(ASN1Encodable value) throws DerException {
        return Der.reading(() -> ASN1OctetString.getInstance(value).getOctets());
    }

    private static byte[] encoded(ASN1Encodable value) throws DerException {
        return Der.reading(() -> value.toASN1Primitive().getEncoded());
    }
}
