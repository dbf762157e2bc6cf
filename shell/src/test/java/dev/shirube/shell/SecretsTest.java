package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants keys, passwords and tokens in everything that a scan reads, runs every command over them, and looks for each planted
 * byte in all that comes out: what is printed, every file, the store, the cache.
 */
class SecretsTest {

    /** So many bytes in a row are no coincidence. */
    private static final int WINDOW = 12;

    @TempDir
    Path folder;

    private final Map<String, byte[]> planted = new LinkedHashMap<>();
    private Path tree;
    private Path repository;

    @BeforeEach
    void plant() throws Exception {
        tree = Files.createDirectories(folder.resolve("in/tree"));
        repository = Files.createDirectories(folder.resolve("in/repo"));
        KeyPair rsa = keys("RSA", 2048);
        KeyPair ec = keys("EC", 256);
        RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) rsa.getPrivate();
        secret("private exponent", numbers.getPrivateExponent());
        secret("prime", numbers.getPrimeP());
        secret("scalar", ((ECPrivateKey) ec.getPrivate()).getS());
        String pem = pem(rsa);
        write("plain.pem", pem);
        write("plain.key", pem.substring(0, pem.length() / 2)); // cut off
        Files.write(tree.resolve("ec.der"), ec.getPrivate().getEncoded());
        write(
                "jwk.json",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + url(affine(ec, 0)) + "\",\"y\":\""
                        + url(affine(ec, 1))
                        + "\",\"d\":\"" + url(((ECPrivateKey) ec.getPrivate()).getS()) + "\"},"
                        + "{\"kty\":\"oct\",\"k\":\"" + word("symmetric") + "\"}]}");
        write(
                "application.yml",
                "server:\n  ssl:\n    key-store: app.p12\n    key-store-password: " + word("yaml-password")
                        + "\n    enabled-protocols: TLSv1.2,TLSv1.3\nspring:\n  ssl:\n    bundle:\n      pem:\n        web:\n"
                        + "          keystore:\n            private-key: |\n"
                        + pem.indent(14));
        write(
                "wg0.conf",
                "[Interface]\nPrivateKey = " + base64("wire-guard-private")
                        + "\nListenPort = 51820\n\n[Peer]\nPublicKey = "
                        + Base64.getEncoder().encodeToString(new byte[32]) + "\nPresharedKey = "
                        + base64("wire-guard-psk") + "\n");
        write(
                "kafka.properties",
                "ssl.keystore.type=PEM\nssl.keystore.key=" + pem.replace("\n", "\\n") + "\nssl.key.password="
                        + word("kafka-password") + "\nssl.enabled.protocols=TLSv1.3\n");
        write(
                "my.cnf",
                "[client]\nuser=app\npassword=" + word("mysql-password")
                        + "\nssl-cipher=ECDHE-RSA-AES128-GCM-SHA256\n");
        write("ipsec.secrets", ": PSK \"" + word("ipsec-psk") + "\"\n");
        write(
                "swanctl.conf",
                "connections { a { proposals = aes256-sha256-modp2048 } }\nsecrets { ike-1 { secret = \""
                        + word("swanctl-psk") + "\" } }\n");
        write("openvpn.conf", "dev tun\ntls-cipher TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256\n<key>\n" + pem + "</key>\n");
        write(".env", "JWT=" + token("env-token") + "\nAPI_SECRET=" + word("env-secret") + "\n");
        write(
                "main.tf",
                "resource \"tls_private_key\" \"a\" {\n  algorithm = \"RSA\"\n  rsa_bits = 2048\n}\nvariable \"p\" {\n"
                        + "  default = \"" + word("terraform") + "\"\n}\n");
        write("src/Signer.java", source(pem));
        write(
                "src/signer.py",
                "import hmac\nfrom cryptography.hazmat.primitives import serialization\nkey = "
                        + "serialization.load_pem_private_key(b'''" + pem + "''', password=b'" + word("python-password")
                        + "')\n");
        write(
                "src/sign.js",
                "const jwt = require('jsonwebtoken');\nmodule.exports = p => jwt.sign(p, '" + word("js-secret")
                        + "', {algorithm: 'RS256'});\n");
        keystore("app.p12", "PKCS12", word("store-password"));
        keystore("locked.p12", "PKCS12", word("never-told"));
        keystore("app.jceks", "JCEKS", "changeit");
        Files.writeString(
                folder.resolve("passwords.txt"), text("store-password") + "\n" + word("useless-candidate") + "\n");
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            Files.writeString(repository.resolve("old.pem"), pem);
            commit(git, "add");
            Files.delete(repository.resolve("old.pem"));
            Files.writeString(repository.resolve("sign.js"), "// nothing\n");
            commit(git, "remove");
        }
    }

    private String source(String pem) {
        return "import javax.crypto.spec.SecretKeySpec;\nclass Signer {\n  static final String KEY = \""
                + pem.replace("\n", "\\n") + "\";\n  Object a(String s) throws Exception {\n"
                + "    java.security.KeyStore.getInstance(\"PKCS12\").load(null, \"" + word("java-password")
                + "\".toCharArray());\n    return java.security.Signature.getInstance(s + \"" + "withRSA"
                + "\");\n  }\n"
                + "  Object b() { return new SecretKeySpec(\"" + word("java-literal")
                + "\".getBytes(), \"AES\"); }\n}\n";
    }

    @Test
    void noCommandLetsAPlantedByteOut() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> said = new ArrayList<>();
        String in = tree.toString();
        run(
                said,
                out,
                "scan",
                in,
                "--system",
                "s",
                "--store",
                "s.db",
                "--password-file",
                "../passwords.txt",
                "--cache",
                "cache");
        run(said, out, "scan", in, "--store", "s.db", "--cache", "cache", "--lang", "ja");
        run(said, out, "scan", repository.toString(), "--history", "--store", "s.db", "--system", "s");
        for (String file : List.of("a.cdx.json", "a.cdx16.json", "a.sarif", "a.jsonl", "a.csv")) {
            ShirubeProcess.run(
                    out, "scan", in, "--store", "none", "--out", file, "--password-file", "../passwords.txt");
        }
        for (List<String> words : List.of(
                List.of("inventory", "summary"),
                List.of("inventory", "list"),
                List.of("inventory", "certificates"),
                List.of("inventory", "coverage"),
                List.of("inventory", "export", "i.cdx.json"),
                List.of("roadmap", "plan"),
                List.of("report", "xlsx", "--out", "r.xlsx"),
                List.of("report", "html", "--out", "r.html"),
                List.of("report", "sarif", "--out", "r.sarif"),
                List.of("report", "cbom", "--out", "r.cdx.json"),
                List.of("systems", "list"),
                List.of("doctor"))) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("--store", "s.db"));
            run(said, out, all.toArray(String[]::new));
        }
        String list = String.join("\n", said);
        assertThat(list).as("something was found").contains("RSA");
        for (Map.Entry<String, byte[]> secret : planted.entrySet()) {
            search(secret.getKey(), secret.getValue(), "what was printed", list.getBytes(StandardCharsets.UTF_8));
        }
        byte[] control = Files.readAllBytes(out.resolve("a.jsonl"));
        assertThatThrownBy(() -> search("a name", "kafka.properties".getBytes(StandardCharsets.UTF_8), "it", control))
                .as("what is no secret is found by the same search")
                .isInstanceOf(AssertionError.class);
        int looked = 0;
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                looked++;
                searchAll(file.toString(), Files.readAllBytes(file));
            }
        }
        assertThat(looked).as("files that were looked at").isGreaterThan(9);
    }

    private void run(List<String> said, Path out, String... words) throws IOException {
        ShirubeProcess ended = ShirubeProcess.run(out, words);
        assertThat(ended.exit())
                .as(String.join(" ", words) + "\n" + ended.err())
                .isZero();
        said.add(ended.out());
        said.add(ended.err());
    }

    private void searchAll(String where, byte[] bytes) throws IOException {
        for (Map.Entry<String, byte[]> secret : planted.entrySet()) {
            search(secret.getKey(), secret.getValue(), where, bytes);
        }
        if (where.endsWith(".xlsx")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    zip.transferTo(content);
                    searchAll(where + "!/" + entry.getName(), content.toByteArray());
                }
            }
        }
    }

    /** As it is, in hexadecimal, in Base64 from each of three beginnings, and in decimal: of long secrets a part is enough. */
    private static void search(String name, byte[] secret, String where, byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int window = Math.min(WINDOW, secret.length);
        for (int at = 0; at + window <= secret.length; at += window) {
            byte[] part = Arrays.copyOfRange(secret, at, at + window);
            String raw = new String(part, StandardCharsets.ISO_8859_1);
            String hex = HexFormat.of().formatHex(part);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(part, window / 3 * 3));
            for (String form : List.of(raw, hex, hex.toUpperCase(java.util.Locale.ROOT), base64)) {
                assertThat(all.contains(form)).as(name + " in " + where).isFalse();
            }
            for (int shift = 1; shift < 3 && window - shift >= 9; shift++) {
                String shifted = Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOfRange(part, shift, shift + (window - shift) / 3 * 3));
                assertThat(all.contains(shifted)).as(name + " in " + where).isFalse();
            }
        }
        if (secret.length > 20) {
            assertThat(all.contains(new BigInteger(1, secret).toString()))
                    .as(name + " in " + where)
                    .isFalse();
        }
    }

    private void secret(String name, BigInteger value) {
        byte[] bytes = value.toByteArray();
        planted.put(name, bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    /** A word that stands nowhere else. */
    private String word(String name) {
        String word = "pl4nted-" + name + "-Zq9";
        planted.put(name, word.getBytes(StandardCharsets.UTF_8));
        return word;
    }

    private String text(String name) {
        return new String(planted.get(name), StandardCharsets.UTF_8);
    }

    /** 32 bytes as WireGuard writes its keys. */
    private String base64(String name) {
        byte[] bytes = Arrays.copyOf((word(name) + "................").getBytes(StandardCharsets.UTF_8), 32);
        planted.put(name, bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String token(String name) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String signature = word(name) + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        return encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(
                        ("{\"sub\":\"" + word(name + "-claim") + "\"}").getBytes(StandardCharsets.UTF_8))
                + "."
                + signature;
    }

    private static BigInteger affine(KeyPair pair, int axis) {
        java.security.spec.ECPoint point = ((java.security.interfaces.ECPublicKey) pair.getPublic()).getW();
        return axis == 0 ? point.getAffineX() : point.getAffineY();
    }

    private static String url(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    private static KeyPair keys(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private void keystore(String file, String type, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setEntry(
                "secret",
                new KeyStore.SecretKeyEntry(
                        new SecretKeySpec(word("entry-of-" + type).getBytes(StandardCharsets.UTF_8), 0, 16, "AES")),
                new KeyStore.PasswordProtection(password.toCharArray()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        Files.write(tree.resolve(file), out.toByteArray());
    }

    private static void commit(Git git, String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage(message)
                .setAuthor("a", "a@example.org")
                .setCommitter("a", "a@example.org")
                .setSign(false)
                .call();
    }

    private void write(String file, String text) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
