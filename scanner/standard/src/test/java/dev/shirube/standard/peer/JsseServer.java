package dev.shirube.standard.peer;

import dev.shirube.examples.LoopbackTlsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The TLS of the JDK that runs the tests, with its defaults and the demo's RSA certificate. */
final class JsseServer {
    private static final char[] NONE = {};

    private JsseServer() {}

    static Running start() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(), NONE);
            context.init(keys.getKeyManagers(), null, null);
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            ServerSocket listener = context.getServerSocketFactory().createServerSocket(0, 50, loopback);
            return ListeningThread.on(listener, socket -> ((SSLSocket) socket).startHandshake());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyStore store() throws GeneralSecurityException, IOException {
        byte[] chain = resource("tls/rsa-2048.chain.pem");
        String pem = new String(resource("tls/rsa-2048.key.pem"), StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        Certificate[] certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(chain))
                .toArray(Certificate[]::new);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NONE);
        store.setKeyEntry("own", key, NONE, certificates);
        return store;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LoopbackTlsServer.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
