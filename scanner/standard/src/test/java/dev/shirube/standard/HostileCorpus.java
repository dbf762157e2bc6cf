package dev.shirube.standard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bad files of every kind that some detector or reader looks into, each with the diagnostic that it must get. */
final class HostileCorpus {

    /** Stands as the password, or in the place of one, wherever a file has any. */
    static final String PASSWORD = "korrekt-Pferd-9731";

    /** Read without complaint: nothing in it claims to be what it is not. */
    private static final String NONE = "";

    private static final Path CERTIFICATE =
            Path.of("../material/src/test/resources/dev/shirube/material/rsa2048.crt.pem");

    private final Path folder;
    private final Random random = new Random(2035);
    private final KeyPair pair;
    private final Map<String, String> expected = new TreeMap<>();

    private HostileCorpus(Path folder) throws GeneralSecurityException {
        this.folder = folder;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
    }

    static HostileCorpus in(Path folder) throws IOException, GeneralSecurityException {
        HostileCorpus corpus = new HostileCorpus(folder);
        corpus.classes();
        corpus.archives();
        corpus.pem();
        corpus.der();
        corpus.keystores();
        corpus.ssh();
        corpus.settings();
        corpus.sources();
        corpus.oversized();
        return corpus;
    }

    /** Names of the files, each with the id of the diagnostic that it must get, or nothing if a coverage row will do. */
    Map<String, String> expected() {
        return expected;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The private key that several of the files hold whole or in part, in PKCS#8. */
    byte[] key() {
        return pair.getPrivate().getEncoded();
    }

    private void write(String name, byte[] bytes, String diagnostic) throws IOException {
        Files.write(folder.resolve(name), bytes);
        expected.put(name, diagnostic);
    }

    private void write(String name, String text, String diagnostic) throws IOException {
        write(name, text.getBytes(UTF_8), diagnostic);
    }

    private byte[] garbage(int length, byte... first) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream stream = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return stream.readAllBytes();
        }
    }

    private void classes() throws IOException {
        byte[] anchored = Arrays.copyOf(bytesOf(HostileCorpus.class), 1500);
        write("truncated.class", anchored, "malformed");
        byte[] start = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61};
        byte[] broken = garbage(4000, start);
        byte[] anchor = "java/security/Signature".getBytes(ISO_8859_1);
        System.arraycopy(anchor, 0, broken, 2000, anchor.length);
        write("garbage.class", broken, "malformed");
        write("text.class", "java/security/Signature is no class\n", "not-what-it-says");
        write("empty.class", new byte[0], NONE);
    }

    private void archives() throws IOException {
        byte[] whole = zip(Map.of("a.txt", garbage(5000), "b.txt", garbage(5000)));
        write("truncated.jar", half(whole), "malformed");
        write("garbage.zip", garbage(5000), "not-what-it-says");
        write("empty.war", new byte[0], "not-what-it-says");
        write("encrypted.zip", encrypted(zip(Map.of("secret.txt", garbage(200)))), "encrypted");
        write("bomb.zip", zip(Map.of("zeros.bin", new byte[65 << 20])), "limit-reached");
        byte[] nested = zip(Map.of("core.txt", "-----BEGIN ".getBytes(UTF_8)));
        for (int level = 0; level < 12; level++) {
            nested = zip(Map.of("level.zip", nested));
        }
        write("nested.ear", nested, "limit-reached");
        write("traversal.jar", zip(Map.of("../../../etc/evil.txt", garbage(10))), "suspicious-name");
        write(
                "solid.7z",
                garbage(300, (byte) '7', (byte) 'z', (byte) 0xbc, (byte) 0xaf, (byte) 0x27, (byte) 0x1c),
                "archive-not-opened");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Sets bit 0 of the flags in the local header and in the directory (APPNOTE section 4.4.4), over other content. */
    private static byte[] encrypted(byte[] zip) {
        for (int i = 60; i < 160; i++) {
            zip[i] ^= 0x5a;
        }
        for (int i = 0; i + 10 < zip.length; i++) {
            boolean header = zip[i] == 'P' && zip[i + 1] == 'K';
            if (header && zip[i + 2] == 3 && zip[i + 3] == 4) {
                zip[i + 6] |= 1;
            } else if (header && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    private String pem(String label, byte[] body) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private void pem() throws IOException {
        write("truncated.pem", new String(half(pem("PRIVATE KEY", key()).getBytes(UTF_8)), UTF_8), "malformed");
        write("cut-body.pem", pem("PRIVATE KEY", half(key())), "malformed");
        write("garbage.crt", pem("CERTIFICATE", garbage(900, (byte) 0x30, (byte) 0x82, (byte) 3)), "malformed");
        write("unknown.pem", pem("PRIVATE KEY", garbage(60)), "format-not-read");
        write(
                "placeholder.txt",
                "-----BEGIN PRIVATE KEY-----\n*** " + PASSWORD + " ***\n-----END PRIVATE KEY-----\n",
                NONE);
        write("holds-a-key.yml", "password: " + PASSWORD + "\nkey: |\n" + pem("PRIVATE KEY", key()), NONE);
    }

    private void der() throws IOException {
        write("truncated.der", half(pair.getPublic().getEncoded()), "malformed");
        write("garbage.cer", garbage(700), "not-what-it-says");
        byte[] deep = new byte[40_000];
        for (int i = 0; i + 4 <= deep.length; i += 4) {
            int length = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (length >> 8);
            deep[i + 3] = (byte) length;
        }
        write("deep.der", deep, "malformed");
        write("empty.p8", new byte[0], "not-what-it-says");
    }

    private void keystores() throws IOException {
        byte[] locked = keystore();
        write("locked.p12", locked, "locked");
        write("truncated.pfx", half(locked), "malformed");
        write("garbage.p12", garbage(2000), "not-what-it-says");
        byte[] jks = {(byte) 0xfe, (byte) 0xed, (byte) 0xfe, (byte) 0xed, 0, 0, 0, 2, 0x7f, -1, -1, -1};
        write("endless.jks", garbage(400, jks), "malformed");
        write("short.jks", Arrays.copyOf(jks, 10), "malformed");
        write("empty.jceks", new byte[0], "not-what-it-says");
    }

    private static byte[] keystore() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            try (InputStream certificate = Files.newInputStream(CERTIFICATE)) {
                store.setCertificateEntry(
                        "c", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            return bytes.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void ssh() throws IOException {
        byte[] magic = "openssh-key-v1\0".getBytes(ISO_8859_1);
        write("id_rsa", pem("OPENSSH PRIVATE KEY", garbage(300, magic)), "malformed");
        write("id_short", pem("OPENSSH PRIVATE KEY", magic), "format-not-read");
        write("authorized_keys", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAA host\n", "malformed");
        write("other_type.pub", "ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAA host\n", "malformed");
    }

    private void settings() throws IOException {
        write("nginx.conf", "ssl_protocols { \"never closed " + PASSWORD + "\nssl_certificate a;;;}}}{\0\1\2", NONE);
        write("sshd_config", "Ciphers " + ",".repeat(5000) + "\nKexAlgorithms\0\nHostKey\n", NONE);
        write(
                "application.yml",
                "a: &a [x,x]\nserver:\n  ssl:\n    key-store-password: " + PASSWORD
                        + "\n    enabled-protocols: *a\n\t- : : {{{\n",
                NONE);
        write(
                "java.security",
                "jdk.tls.disabledAlgorithms=\\\\\\u00zz,\\\n\\\n\nkeystore.password=" + PASSWORD + "\n",
                NONE);
    }

    private void sources() throws IOException {
        String call = "java.security.Signature.getInstance(\"SHA256withRSA\");\n";
        write("Broken.java", "class Broken { void a() { " + call + " if ((( } } int ]\n" + call, "partly-parsed");
        write("Binary.java", new String(garbage(3000), ISO_8859_1) + call, "partly-parsed");
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        write("Deep.java", "class Deep { int a = " + deep + "; void b() throws Exception { " + call + "} }\n", NONE);
        write("Wide.java", ("class Wide { void b() throws Exception { " + call + "} }\n").getBytes(UTF_16), NONE);
        write("empty.java", new byte[0], NONE);
        write("unread.go", "package main // " + PASSWORD + "\n", NONE);
    }

    /** Sparse where the file system can: none of them is read to its end. */
    private void oversized() throws IOException {
        for (String name : new String[] {"large.der", "large.p12"}) {
            length(name, 33L << 20);
        }
        length("huge.bin", 300L << 20);
        length("Huge.class", 300L << 20);
        write("large-nginx.conf", "ssl_protocols TLSv1;\n".repeat((9 << 20) / 21), "limit-reached");
    }

    private void length(String name, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
        expected.put(name, "limit-reached");
    }
}
