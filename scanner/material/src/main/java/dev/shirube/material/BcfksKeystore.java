package dev.shirube.material;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bc.EncryptedObjectStoreData;
import org.bouncycastle.asn1.bc.EncryptedPrivateKeyData;
import org.bouncycastle.asn1.bc.EncryptedSecretKeyData;
import org.bouncycastle.asn1.bc.ObjectData;
import org.bouncycastle.asn1.bc.ObjectStore;
import org.bouncycastle.asn1.bc.ObjectStoreData;
import org.bouncycastle.asn1.bc.SecretKeyData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * BCFKS, the keystore of Bouncy Castle's FIPS module: one ASN.1 object, usually encrypted whole. Keys in it are encrypted
 * once more, each for itself.
 */
final class BcfksKeystore {

    private static final int CERTIFICATE = 0;
    private static final int PRIVATE_KEY = 1;
    private static final int SECRET_KEY = 2;
    private static final int PROTECTED_PRIVATE_KEY = 3;
    private static final int PROTECTED_SECRET_KEY = 4;

    private final Claims claims;
    private final String location;
    private final PasswordTrials passwords;
    private final Aliases aliases = new Aliases();

    BcfksKeystore(Claims claims, String location, PasswordTrials passwords) {
        this.claims = claims;
        this.location = location;
        this.passwords = passwords;
    }

    /** Reads the store if a candidate password opens it, and tells of it otherwise. */
    void read(byte[] bytes, DetectionBuilder found) throws DerException {
        ASN1Encodable data =
                Der.reading(() -> ObjectStore.getInstance(Der.parse(bytes)).getStoreData());
        if (!(data instanceof EncryptedObjectStoreData encrypted)) {
            objects(Der.reading(() -> ObjectStoreData.getInstance(data)), found);
            return;
        }
        byte[] content = encrypted.getEncryptedContent().getOctets();
        Unlocking unlocking = new Unlocking(passwords);
        Optional<byte[]> plain = open(encrypted.getEncryptionAlgorithm(), "STORE_ENCRYPTION", content, unlocking);
        if (plain.isPresent()) {
            objects(Der.reading(() -> ObjectStoreData.getInstance(Der.sequence(plain.get()))), found);
        } else {
            unlocking
                    .diagnostics(location, "BCFKS keystore (" + content.length + " encrypted bytes)")
                    .forEach(found::add);
        }
    }

    private static Optional<byte[]> open(
            AlgorithmIdentifier scheme, String purpose, byte[] content, Unlocking unlocking) {
        Optional<AeadPbes2> cipher = Optional.empty();
        try {
            cipher = scheme.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
                    ? Der.reading(() -> AeadPbes2.of(PBES2Parameters.getInstance(scheme.getParameters())))
                    : Optional.empty();
        } catch (DerException e) {
            // Told of below as a scheme that nothing here decrypts.
        }
        if (cipher.isEmpty()) {
            ASN1ObjectIdentifier oid = scheme.getAlgorithm();
            unlocking.unknown(oid.getId());
            return Optional.empty();
        }
        AeadPbes2 known = cipher.get();
        return unlocking.open(known.rounds(), password -> known.open(password, purpose, content));
    }

    private void objects(ObjectStoreData data, DetectionBuilder found) throws DerException {
        KeystoreEntries entries = new KeystoreEntries(claims, "BCFKS", location, passwords, found);
        try {
            for (ASN1Encodable item : data.getObjectDataSequence()) {
                ObjectData object = Der.reading(() -> ObjectData.getInstance(item));
                String path = location + "!" + aliases.of(object.getIdentifier(), "");
                switch (object.getType().bitLength() < 8 ? object.getType().intValue() : -1) {
                    case CERTIFICATE -> entries.certificate(path, object.getData());
                    case PRIVATE_KEY, PROTECTED_PRIVATE_KEY -> privateKey(path, object.getData(), entries);
                    case SECRET_KEY, PROTECTED_SECRET_KEY -> secretKey(path, object.getData(), entries);
                    default -> entries.unread();
                }
            }
        } finally {
            entries.tell();
        }
    }

    private static void privateKey(String path, byte[] data, KeystoreEntries entries) throws DerException {
        EncryptedPrivateKeyData key = Der.reading(() -> EncryptedPrivateKeyData.getInstance(Der.sequence(data)));
        Certificate[] chain = key.getCertificateChain();
        Optional<byte[]> first = Optional.empty();
        for (int i = 0; i < chain.length; i++) {
            Certificate member = chain[i];
            byte[] certificate = Der.reading(() -> member.getEncoded());
            first = first.isPresent() ? first : Optional.of(certificate);
            entries.certificate(path + "/chain/" + i, certificate);
        }
        EncryptedPrivateKeyInfo sealed = key.getEncryptedPrivateKeyInfo();
        byte[] envelope = Der.reading(() -> sealed.getEncoded());
        Optional<byte[]> opened = open(
                sealed.getEncryptionAlgorithm(),
                "PRIVATE_KEY_ENCRYPTION",
                sealed.getEncryptedData(),
                entries.unlocking());
        entries.privateKey(path, envelope, first, opened);
    }

    private static void secretKey(String path, byte[] data, KeystoreEntries entries) throws DerException {
        EncryptedSecretKeyData key = Der.reading(() -> EncryptedSecretKeyData.getInstance(Der.sequence(data)));
        Optional<byte[]> opened = open(
                key.getKeyEncryptionAlgorithm(),
                "SECRET_KEY_ENCRYPTION",
                key.getEncryptedKeyData(),
                entries.unlocking());
        if (opened.isEmpty()) {
            entries.secretKey(path, Optional.empty());
            return;
        }
        SecretKeyData plain = Der.reading(() -> SecretKeyData.getInstance(Der.sequence(opened.get())));
        entries.secretKey(
                path, Optional.of(new SecretKey(plain.getKeyAlgorithm().getId(), 8 * plain.getKeyBytes().length)));
    }
}
