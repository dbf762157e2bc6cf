package dev.shirube.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Vector;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class LoopbackTlsServerTest {

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void presentsItsFixedChainToAClientThatOffersItsGroups(TlsProfile profile) throws IOException {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            ProbingClient client = ProbingClient.connect(server, profile.groups());
            assertThat(client.certificate)
                    .isEqualTo(profile.credential().chain().get(0));
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.target()).isEqualTo("tls://127.0.0.1:" + server.port());
        }
    }

    @ParameterizedTest
    @CsvSource({"HYBRID, 0x0017", "PQC_ONLY, 0x001D"})
    void refusesAClientWithoutACommonGroup(TlsProfile profile, int group) throws IOException {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            assertThatThrownBy(() -> ProbingClient.connect(server, group)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void listensOnTheNamedPortAndSaysWhenItIsTaken() throws IOException {
        try (LoopbackTlsServer first = LoopbackTlsServer.start(TlsProfile.HYBRID)) {
            int port = first.port();
            assertThatThrownBy(() -> LoopbackTlsServer.start(TlsProfile.HYBRID, port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + port);
        }
    }

    @Test
    void answersNobodyOnceClosed() throws IOException {
        LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.CLASSICAL_EC);
        server.close();
        assertThatThrownBy(() -> ProbingClient.connect(server, NamedGroup.x25519))
                .isInstanceOf(IOException.class);
    }

    /** A client that offers chosen groups, also ML-DSA, and keeps the server's certificate. */
    private static final class ProbingClient extends DefaultTlsClient {
        private final int[] groups;
        private byte[] certificate = {};

        private ProbingClient(int[] groups) {
            super(new BcTlsCrypto(new SecureRandom()));
            this.groups = groups;
        }

        static ProbingClient connect(LoopbackTlsServer server, int... groups) throws IOException {
            try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port())) {
                socket.setSoTimeout(5_000);
                ProbingClient client = new ProbingClient(groups);
                TlsClientProtocol protocol = new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
                protocol.connect(client);
                return client;
            }
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.TLSv13.only();
        }

        @Override
        @SuppressWarnings({"rawtypes", "unchecked", "JdkObsolete"})
        protected Vector getSupportedSignatureAlgorithms() {
            Vector schemes = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
            schemes.add(SignatureAndHashAlgorithm.getInstance(
                    (short) (SignatureScheme.mldsa65 >> 8), (short) (SignatureScheme.mldsa65 & 0xFF)));
            return schemes;
        }

        @Override
        @SuppressWarnings({"rawtypes", "JdkObsolete"})
        protected Vector getSupportedGroups(Vector roles) {
            Vector<Integer> offered = new Vector<>();
            for (int group : groups) {
                offered.add(group);
            }
            return offered;
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate chain) throws IOException {
                    certificate = chain.getCertificate().getCertificateAt(0).getEncoded();
                }

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) {
                    return null;
                }
            };
        }
    }
}
