package dev.shirube.examples;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.DefaultTlsCredentialedSigner;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsMLDSASigner;

/** Bouncy Castle's TLS server, held to one profile; one instance serves one connection. */
final class ProfiledTlsServer extends DefaultTlsServer {
    private final TlsProfile profile;
    private final int[] groups;

    ProfiledTlsServer(TlsProfile profile, int[] groups) {
        super(new BcTlsCrypto(new SecureRandom()));
        this.profile = profile;
        this.groups = groups.clone();
    }

    @Override
    public ProtocolVersion[] getProtocolVersions() {
        return profile.versions();
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return profile.versions();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(getCrypto(), profile.suites());
    }

    @Override
    public int[] getSupportedGroups() {
        return groups.clone();
    }

    @Override
    public boolean preferLocalSupportedGroups() {
        return true;
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        BcTlsCrypto crypto = (BcTlsCrypto) getCrypto();
        SignatureAndHashAlgorithm algorithm = SignatureScheme.getSignatureAndHashAlgorithm(profile.scheme());
        AsymmetricKeyParameter key = profile.credential().key();
        TlsCryptoParameters parameters = new TlsCryptoParameters(context);
        if (key instanceof MLDSAPrivateKeyParameters latticeKey) {
            BcTlsMLDSASigner signer = BcTlsMLDSASigner.create(crypto, latticeKey, profile.scheme());
            return new DefaultTlsCredentialedSigner(parameters, signer, certificate(crypto), algorithm);
        }
        return new BcDefaultTlsCredentialedSigner(parameters, crypto, key, certificate(crypto), algorithm);
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() throws IOException {
        return (TlsCredentialedSigner) getCredentials();
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return (TlsCredentialedSigner) getCredentials();
    }

    private Certificate certificate(BcTlsCrypto crypto) throws IOException {
        List<byte[]> chain = profile.credential().chain();
        TlsCertificate[] certificates = new TlsCertificate[chain.size()];
        CertificateEntry[] entries = new CertificateEntry[chain.size()];
        for (int i = 0; i < entries.length; i++) {
            certificates[i] = new BcTlsCertificate(crypto, chain.get(i));
            entries[i] = new CertificateEntry(certificates[i], null);
        }
        return TlsUtils.isTLSv13(context)
                ? new Certificate(TlsUtils.EMPTY_BYTES, entries)
                : new Certificate(certificates);
    }
}
