package dev.shirube.source.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.testing.FindingText;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.engine.testing.ZipWriter;
import dev.shirube.source.SourceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources whose types and constants are declared in JARs that lie beside them. */
class JarsOfSourcesTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    private static final String LIBRARY = """
            package com.acme.lib;
            import java.security.*;
            public class Crypto {
                public static final String ALGORITHM = "RSA";
                public static final int BITS = 1 << 12;
                public static final String COMPUTED = System.lineSeparator();
                public static KeyPairGenerator generator() { return null; }
                public Factory factory() { return null; }
                public static class Names { public static final String CURVE = "secp384r1"; }
                public static class Factory extends Base { }
                public enum Kind { RSA, EC }
            }
            class Base { public static final String INHERITED = "EC"; public Signature signer() { return null; } }
            """;

    @TempDir
    static Path folder;

    private static byte[] jar;

    private static final Map<String, byte[]> classes = new TreeMap<>();

    @BeforeAll
    static void compile() throws IOException {
        jar = jar("library", LIBRARY);
    }

    private static byte[] jar(String name, String source) throws IOException {
        Path file = folder.resolve(name).resolve(name.equals("RSAKeyPairGenerator") ? name + ".java" : "Crypto.java");
        Path folders = folder.resolve(name).resolve("classes");
        Files.createDirectories(folders);
        Files.writeString(file, source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", folders.toString(), file.toString());
        assertThat(result).isZero();
        ZipWriter zip = new ZipWriter();
        try (Stream<Path> files = Files.walk(folders)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                String entry = folders.relativize(each).toString().replace('\\', '/');
                classes.putIfAbsent(entry, Files.readAllBytes(each));
                zip.deflated(entry, Files.readAllBytes(each));
            }
        }
        return zip.bytes();
    }

    private static InMemoryInput java(String body) {
        return InMemoryInput.of("src/com/acme/app/App.java", """
                package com.acme.app;
                import com.acme.lib.Crypto;
                import java.security.*;
                import java.security.spec.*;
                class App { void f(Crypto crypto) throws Exception {
                """ + body + "\n} }");
    }

    private static Detection detect(InMemoryInput source, byte[]... jars) {
        InMemoryUnit unit = InMemoryUnit.of(source);
        for (int i = 0; i < jars.length; i++) {
            unit = unit.with("lib/" + i + ".jar", jars[i]);
        }
        return DETECTOR.detect(source, unit);
    }

    private static List<String> found(InMemoryInput source, byte[]... jars) {
        Detection detection = detect(source, jars);
        assertThat(detection.diagnostics()).isEmpty();
        List<String> found = new ArrayList<>();
        for (Finding finding : detection.findings()) {
            found.add(FindingText.of(finding, AlgorithmRegistry.standard()));
        }
        return found;
    }

    @Test
    void aConstantOfAClassInAJarIsTheValueOfACall() {
        InMemoryInput source = java("KeyPairGenerator g = KeyPairGenerator.getInstance(Crypto.ALGORITHM);"
                + " g.initialize(Crypto.BITS); new ECGenParameterSpec(Crypto.Names.CURVE);"
                + " Signature.getInstance(Crypto.COMPUTED);");
        assertThat(found(source, jar))
                .containsExactlyInAnyOrder("RSA keygen", "RSA-4096 keygen", "EC-P-384 keygen", "UNRESOLVED sign");
        assertThat(found(source)).doesNotContain("RSA keygen", "RSA-4096 keygen", "EC-P-384 keygen");
    }

    @Test
    void whatAMethodOfAJarGivesHasItsDeclaredType() {
        InMemoryInput source = java(
                "Signature unused; Crypto.generator().initialize(3072); crypto.factory().signer().initSign((PrivateKey) null);");
        assertThat(found(source, jar)).containsExactly("UNRESOLVED keygen", "UNRESOLVED sign");
        assertThat(found(source)).isEmpty();
    }

    @Test
    void aSubclassInAJarIsWhatItExtends() throws IOException {
        byte[] safe = jar("safe", """
                package com.acme.lib;
                public abstract class Crypto extends java.security.Signature {
                    protected Crypto() { super("x"); }
                }
                """);
        InMemoryInput source =
                java("Signature unused; Crypto.getInstance(\"SHA256withECDSA\"); crypto.initSign(null);");
        assertThat(found(source, safe)).containsExactly("ECDSA-SHA-256 sign", "UNRESOLVED sign");
        assertThat(found(source)).isEmpty();
    }

    @Test
    void ofAClassInTwoJarsTheFirstOneCountsWhateverTheirOrder() throws IOException {
        byte[] other = jar(
                "other",
                "package com.acme.lib; public class Crypto { public static final String ALGORITHM = \"DSA\"; }");
        InMemoryInput source = java("KeyPairGenerator.getInstance(Crypto.ALGORITHM);");
        assertThat(found(source, jar, other)).containsExactly("RSA keygen");
        assertThat(found(source, other, jar)).containsExactly("DSA keygen");
        InMemoryUnit backwards = InMemoryUnit.of(source).with("lib/1.jar", jar).with("lib/0.jar", other);
        assertThat(DETECTOR.detect(source, backwards).findings().stream()
                        .map(it -> FindingText.of(it, AlgorithmRegistry.standard())))
                .containsExactly("DSA keygen");
    }

    @Test
    void aSourceOfTheUnitCountsBeforeTheSameClassInAJar() {
        InMemoryInput source = java("KeyPairGenerator.getInstance(Crypto.ALGORITHM);");
        InMemoryUnit unit = InMemoryUnit.of(source)
                .with("a/lib.jar", jar)
                .with(
                        "other/Crypto.java",
                        "package com.acme.lib; public class Crypto { public static final String ALGORITHM = \"EC\"; }");
        assertThat(DETECTOR.detect(source, unit).findings().stream()
                        .map(it -> FindingText.of(it, AlgorithmRegistry.standard())))
                .containsExactly("EC keygen");
    }

    @Test
    void aClassOfAnotherPackageIsNotTaken() throws IOException {
        byte[] other = jar(
                "elsewhere",
                "package org.other; public class Crypto { public static final String ALGORITHM = \"DSA\"; }");
        InMemoryInput source = java("KeyPairGenerator.getInstance(Crypto.ALGORITHM);");
        assertThat(found(source, other)).containsExactly("UNRESOLVED keygen");
    }

    @Test
    void aDamagedJarNeverFailsAndTheCallIsStillFound() {
        InMemoryInput source = java("KeyPairGenerator.getInstance(Crypto.ALGORITHM);");
        Random random = new Random(20261123);
        int same = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(jar, random.nextInt(jar.length)) : jar.clone();
            for (int j = 0; damaged.length > 0 && j <= i % 7; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            List<String> found = found(source, damaged);
            assertThat(found).hasSize(1);
            same += found.contains("RSA keygen") ? 1 : 0;
        }
        assertThat(same).isBetween(1, 299);
    }

    @Test
    void brokenClassFilesNeverThrow() {
        byte[] library = classes.get("com/acme/lib/Crypto.class");
        Random random = new Random(20261123);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(library, random.nextInt(library.length)) : library.clone();
            for (int j = 0; damaged.length > 0 && j <= i % 7; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            read += new ClassDeclarations(new TreeSet<>())
                            .read(damaged, "Crypto", List.of())
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(read).isBetween(1, 1_999);
    }

    @Test
    void classesOfTheCataloguesOwnPackagesAreLeftToIt() throws IOException {
        byte[] bouncyCastle = jar(
                "RSAKeyPairGenerator",
                "package org.bouncycastle.crypto.generators; public class RSAKeyPairGenerator { public void init(Object o) { } }");
        InMemoryInput source = InMemoryInput.of("App.java", """
                import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
                class App { void f(RSAKeyPairGenerator g) { g.init(null); new RSAKeyPairGenerator().generateKeyPair(); } }
                """);
        assertThat(found(source)).isNotEmpty();
        assertThat(found(source, bouncyCastle)).isEqualTo(found(source));
    }

    @Test
    void whatIsTooMuchIsTold() {
        InMemoryInput source = java("KeyPairGenerator.getInstance(Crypto.ALGORITHM);");
        byte[][] jars = new byte[JarSources.MOST_JARS][];
        Arrays.fill(jars, jar);
        assertThat(found(source, jars)).containsExactly("RSA keygen");
        InMemoryUnit unit = InMemoryUnit.of(source).with(new Enormous());
        assertThat(DETECTOR.detect(source, unit).diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(DiagnosticCode.LIMIT_REACHED);
            assertThat(it.arguments())
                    .containsExactly("class-path-jar-bytes=" + JarIndex.LARGEST_JAR, "lib/enormous.jar");
        });
    }

    /** Says that it is larger than it is. */
    private static final class Enormous implements ScanInput {
        @Override
        public String location() {
            return "lib/enormous.jar";
        }

        @Override
        public long size() {
            return JarIndex.LARGEST_JAR + 1;
        }

        @Override
        public byte[] bytes() {
            return jar;
        }
    }
}
