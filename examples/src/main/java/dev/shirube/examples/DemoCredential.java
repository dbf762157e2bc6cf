package dev.shirube.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** A demo server's chain and key. They are public, protect nothing, and are fixed so that two runs see the same bytes. */
enum DemoCredential {
    RSA_2048("rsa-2048"),
    EC_P256("ec-p256"),
    ML_DSA_65("mldsa-65");

    private final String name;

    DemoCredential(String name) {
        this.name = name;
    }

    /** DER encodings, the server's own certificate first. */
    List<byte[]> chain() {
        return read("tls/" + name + ".chain.pem");
    }

    /** The server's private key. */
    AsymmetricKeyParameter key() {
        try {
            return PrivateKeyFactory.createKey(read("tls/" + name + ".key.pem").get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo key " + name + " is broken; build the examples again", e);
        }
    }

    private static List<byte[]> read(String resource) {
        List<byte[]> objects = new ArrayList<>();
        try (InputStream bytes = DemoCredential.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException(resource + " is missing");
            }
            PemReader reader = new PemReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII));
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                objects.add(object.getContent());
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource + "; build the examples again", e);
        }
    }
}
