package dev.shirube.standard.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsCredentialedSigner;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsSigner;
import org.bouncycastle.tls.crypto.TlsStreamSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsSLHDSASigner;

/** Servers that no package brings: SLH-DSA and composite signatures, and a group of the Kyber drafts. */
final class OddServers {
    private static final int HEADER = 5;
    private static final int KYBER = 0x6399;
    /** The random of a HelloRetryRequest (RFC 8446 section 4.1.3). */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private OddServers() {}

    /** TLS 1.3 in X25519 with a certificate and a handshake signature of SLH-DSA-SHA2-128f. */
    static Running slhDsa() throws IOException {
        KeyPair key = key("SLH-DSA-SHA2-128F");
        byte[] certificate = certificate(key, "SLH-DSA");
        return signing(certificate, SignatureScheme.DRAFT_slhdsa_sha2_128f, crypto -> {
            SLHDSAPrivateKeyParameters secret = (SLHDSAPrivateKeyParameters)
                    PrivateKeyFactory.createKey(key.getPrivate().getEncoded());
            return BcTlsSLHDSASigner.create(crypto, secret, SignatureScheme.DRAFT_slhdsa_sha2_128f);
        });
    }

    /** TLS 1.3 whose handshake claims to be signed with that scheme; nobody can check the bytes it signs with. */
    static Running claiming(int scheme) throws IOException {
        KeyPair key = key("EC");
        return signing(certificate(key, "SHA256withECDSA"), scheme, crypto -> new Claim());
    }

    /** Asks for a share of X25519Kyber768Draft00 where a client offers the group, and refuses every other hello. */
    static Running kyberDraft() throws IOException {
        return ListeningThread.serving(socket -> {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] header = in.readNBytes(HEADER);
            byte[] hello = in.readNBytes(
                    header.length == HEADER ? ByteBuffer.wrap(header).getShort(3) : 0);
            socket.getOutputStream().write(offersKyber(hello) ? retry(hello) : alert());
            in.read();
        });
    }

    private interface Signing {
        TlsSigner signer(BcTlsCrypto crypto) throws IOException;
    }

    private static Running signing(byte[] certificate, int scheme, Signing signing) throws IOException {
        return ListeningThread.serving(socket -> {
            TlsServerProtocol protocol = new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
            protocol.accept(new Server(certificate, scheme, signing));
            protocol.close();
        });
    }

    private static final class Server extends DefaultTlsServer {
        private final byte[] certificate;
        private final int scheme;
        private final Signing signing;

        Server(byte[] certificate, int scheme, Signing signing) {
            super(new BcTlsCrypto(new SecureRandom()));
            this.certificate = certificate;
            this.scheme = scheme;
            this.signing = signing;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.TLSv13.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {CipherSuite.TLS_AES_128_GCM_SHA256};
        }

        @Override
        public int[] getSupportedGroups() {
            return new int[] {NamedGroup.x25519};
        }

        @Override
        public TlsCredentials getCredentials() throws IOException {
            BcTlsCrypto crypto = (BcTlsCrypto) getCrypto();
            TlsCertificate own = new BcTlsCertificate(crypto, certificate);
            Certificate chain =
                    new Certificate(TlsUtils.EMPTY_BYTES, new CertificateEntry[] {new CertificateEntry(own, null)});
            SignatureAndHashAlgorithm algorithm =
                    SignatureAndHashAlgorithm.getInstance((short) (scheme >> 8), (short) (scheme & 0xFF));
            return new DefaultTlsCredentialedSigner(
                    new TlsCryptoParameters(context), signing.signer(crypto), chain, algorithm);
        }
    }

    /** A signer of bytes that are no signature. */
    private static final class Claim implements TlsSigner, TlsStreamSigner {
        private final ByteArrayOutputStream ignored = new ByteArrayOutputStream();

        @Override
        public byte[] generateRawSignature(SignatureAndHashAlgorithm algorithm, byte[] hash) {
            return getSignature();
        }

        @Override
        public TlsStreamSigner getStreamSigner(SignatureAndHashAlgorithm algorithm) {
            return this;
        }

        @Override
        public OutputStream getOutputStream() {
            return ignored;
        }

        @Override
        public byte[] getSignature() {
            return new byte[2_500];
        }
    }

    private static KeyPair key(String algorithm) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
            if (algorithm.equals("EC")) {
                generator.initialize(256);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] certificate(KeyPair key, String signature) throws IOException {
        X500Name name = new X500Name("CN=odd.test");
        Instant now = Instant.now();
        Date from = Date.from(now.minus(1, ChronoUnit.DAYS));
        Date to = Date.from(now.plus(2, ChronoUnit.DAYS));
        try {
            return new JcaX509v3CertificateBuilder(name, BigInteger.TEN, from, to, name, key.getPublic())
                    .build(new JcaContentSignerBuilder(signature)
                            .setProvider(new BouncyCastleProvider())
                            .build(key.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    /** Whether supported_groups (10) names it (RFC 8446 section 4.2.7). */
    private static boolean offersKyber(byte[] hello) {
        ByteBuffer in = ByteBuffer.wrap(hello);
        in.position(4 + 2 + 32);
        in.position(in.position() + 1 + (in.get(in.position()) & 0xFF));
        in.position(in.position() + 2 + (in.getShort(in.position()) & 0xFFFF));
        in.position(in.position() + 1 + (in.get(in.position()) & 0xFF));
        if (in.remaining() < 2) {
            return false; // A hello of SSL 3.0 has no extensions.
        }
        in.getShort();
        while (in.hasRemaining()) {
            int type = in.getShort();
            int end = in.getShort() & 0xFFFF;
            end += in.position();
            for (int at = in.position() + 2; type == 10 && at < end; at += 2) {
                if ((in.getShort(at) & 0xFFFF) == KYBER) {
                    return true;
                }
            }
            in.position(end);
        }
        return false;
    }

    private static byte[] retry(byte[] hello) {
        int session = hello[38] & 0xFF;
        ByteBuffer body = ByteBuffer.allocate(2 + 32 + 1 + session + 3 + 2 + 12);
        body.putShort((short) 0x0303).put(RETRY).put((byte) session).put(hello, 39, session);
        body.putShort((short) 0x1301).put((byte) 0).putShort((short) 12);
        body.putShort((short) 43).putShort((short) 2).putShort((short) 0x0304);
        body.putShort((short) 51).putShort((short) 2).putShort((short) KYBER);
        int length = body.capacity();
        return ByteBuffer.allocate(HEADER + 4 + length)
                .put((byte) 22)
                .putShort((short) 0x0303)
                .putShort((short) (4 + length))
                .putInt(2 << 24 | length)
                .put(body.array())
                .array();
    }

    private static byte[] alert() {
        return new byte[] {21, 3, 3, 0, 2, 2, 40};
    }
}
