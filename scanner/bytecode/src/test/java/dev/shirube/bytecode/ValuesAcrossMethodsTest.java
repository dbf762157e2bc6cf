package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Confidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What reaches a call from other methods and classes of its unit, and what is said where that is not all. */
class ValuesAcrossMethodsTest {

    private static final String SOURCE = """
            import java.security.KeyPairGenerator;
            import java.security.Signature;
            interface Names { String EDDSA = String.valueOf("EdDSA"); }
            class Config {
                static final String COMPUTED = "EC".trim();
                static String reassigned = "RSA";
                private static String own = "RSA";
                public static String open = "RSA";
                static void change() { reassigned = "DSA"; }
                static String own() { return own; }
            }
            enum Kind {
                RSA("RSA"), EC("EC");
                private final String id;
                Kind(String id) { this.id = id; }
                String id() { return id; }
            }
            class Base { String name() { return "RSA"; } }
            class Derived extends Base { @Override String name() { return "EC"; } }
            class Callers {
                static void one() throws Exception { Sites.oneCaller("RSA"); Sites.two("RSA"); Sites.again("EC", 3); }
                static void two() throws Exception { Sites.two("EC"); Sites.outer("DSA"); new Held("EC").held(); }
            }
            class Held {
                private final String name;
                Held(String name) { this.name = name; }
                void held() throws Exception { KeyPairGenerator.getInstance(name); }
            }
            class Sites {
                void computed() throws Exception { KeyPairGenerator.getInstance(Config.COMPUTED); }
                void interfaceField() throws Exception { Signature.getInstance(Names.EDDSA); }
                void reassigned() throws Exception { KeyPairGenerator.getInstance(Config.reassigned); }
                void ownField() throws Exception { KeyPairGenerator.getInstance(Config.own()); }
                void openField() throws Exception { KeyPairGenerator.getInstance(Config.open); }
                void enumGetter(Kind kind) throws Exception { KeyPairGenerator.getInstance(kind.id()); }
                void overridden(Base base) throws Exception { KeyPairGenerator.getInstance(base.name()); }
                static void oneCaller(String name) throws Exception { KeyPairGenerator.getInstance(name); }
                static void two(String name) throws Exception { KeyPairGenerator.getInstance(name); }
                static void again(String name, int n) throws Exception {
                    if (n > 0) { again(name, n - 1); }
                    KeyPairGenerator.getInstance(name);
                }
                static void grows(String name) throws Exception { grows(name + "x"); Signature.getInstance(name); }
                static void outer(String name) throws Exception { inner(name); }
                private static void inner(String name) throws Exception { KeyPairGenerator.getInstance(name); }
                void setting() throws Exception { KeyPairGenerator.getInstance(System.getProperty("key.type", "RSA")); }
                void required() throws Exception { KeyPairGenerator.getInstance(System.getProperty("key.type")); }
                void built() throws Exception { Signature.getInstance("SHA256with" + digested("ECDSA")); }
                void upper() throws Exception { KeyPairGenerator.getInstance(digested("rsa").toUpperCase()); }
                static String digested(String key) { return key; }
                void fromMap(java.util.Map<String, String> map) throws Exception { KeyPairGenerator.getInstance(map.get("k")); }
                void byReference() { java.util.function.Consumer<String> c = Sites::referred; referred("RSA"); }
                static void referred(String name) {
                    try { KeyPairGenerator.getInstance(name); } catch (Exception e) { throw new IllegalStateException(e); }
                }
                static void uncalled(String name) throws Exception { KeyPairGenerator.getInstance(name); }
                void size() throws Exception { sized(3072); }
                private static void sized(int bits) throws Exception {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(bits);
                }
            }
            class Entry extends Entries {}
            """;

    private static final String ENTRIES = """
            public class Entries {
                public static void entry(String name) throws Exception { java.security.KeyPairGenerator.getInstance(name); }
                public String name() { return "RSA"; }
                public void overridable() throws Exception { java.security.KeyPairGenerator.getInstance(name()); }
                static void inside() throws Exception { entry("RSA"); }
            }
            """;

    @TempDir
    static Path folder;

    private static List<Finding> findings;

    @BeforeAll
    static void compile() throws IOException {
        List<String> options = List.of("--release", "17", "-classpath", folder.toString());
        Compiled.into(folder, "Entries", ENTRIES, options);
        Compiled.into(folder, "Sites", SOURCE, options);
        findings = Compiled.findings(folder);
    }

    private static List<Finding> in(String method) {
        return findings.stream()
                .filter(it -> it.occurrence().member().contains("#" + method + "("))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            computed       | EC            | field      | -
            interfaceField | EdDSA         | field      | -
            reassigned     | DSA,RSA       | field      | -
            ownField       | RSA           | field      | -
            openField      | RSA           | partial    | field
            enumGetter     | EC,RSA        | caller     | -
            overridden     | EC,RSA        | field      | -
            oneCaller      | RSA           | caller     | -
            two            | EC,RSA        | caller     | -
            again          | EC            | caller     | -
            grows          | -             | unresolved | budget
            inner          | DSA           | caller     | -
            held           | EC            | caller     | -
            setting        | RSA           | config     | config:key.type
            required       | -             | unresolved | config:key.type
            built          | SHA256withECDSA | field    | -
            upper          | RSA           | field      | -
            fromMap        | -             | unresolved | collection
            referred       | RSA           | partial    | method-reference
            uncalled       | -             | unresolved | entry-param
            entry          | RSA           | partial    | entry-param
            overridable    | RSA           | partial    | outside-archive
            """)
    void allValuesAndWhyThereMayBeMore(String method, String values, String resolution, String reason) {
        List<String> expected = values == null ? List.of() : List.of(values.split(","));
        assertThat(in(method)).isNotEmpty().allSatisfy(it -> {
            assertThat(it.evidence().values()).isEqualTo(expected);
            assertThat(it.evidence().reason()).isEqualTo(reason == null ? "" : reason);
            assertThat(it.evidence().resolution().id()).isEqualTo(resolution);
            boolean certain = expected.size() == 1 && reason == null;
            assertThat(it.confidence() == Confidence.CERTAIN).isEqualTo(certain);
        });
    }

    @Test
    void aSizeGivenByTheOnlyCallerCompletesTheKey() {
        assertThat(in("sized")).anySatisfy(it -> {
            assertThat(it.evidence().values()).containsExactly("3072");
            assertThat(it.occurrence().symbol()).endsWith("#initialize");
        });
    }

    @Test
    void stepsAreCounted() {
        assertThat(in("oneCaller").get(0).evidence().hops()).isEqualTo(1);
        assertThat(in("inner").get(0).evidence().hops()).isEqualTo(2);
        assertThat(in("held").get(0).evidence().hops()).isEqualTo(2);
    }

    @Test
    void aMethodOfVeryManyCallersIsFollowedToSomeOfThem(@TempDir Path many) throws IOException {
        StringBuilder source = new StringBuilder("class Many { static void site(String name) throws Exception {"
                + " java.security.KeyPairGenerator.getInstance(name); } }\n");
        for (int i = 0; i < 60; i++) {
            source.append("class C" + i + " { void c() throws Exception { Many.site(\"RSA\"); } }\n");
        }
        Compiled.into(many, "Many", source.toString(), List.of("--release", "17"));
        assertThat(Compiled.findings(many)).singleElement().satisfies(it -> {
            assertThat(it.evidence().values()).containsExactly("RSA");
            assertThat(it.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
            assertThat(it.evidence().reason()).isEqualTo("budget");
        });
    }

    @Test
    void aTextChangedVeryManyTimesEndsInTheBudget(@TempDir Path folded) throws IOException {
        String source = "class Folded { static String name = String.valueOf(\"RSA\");"
                + " static void site() throws Exception { java.security.KeyPairGenerator.getInstance(name"
                + ".trim()".repeat(300) + "); } static void few() throws Exception {"
                + " java.security.KeyPairGenerator.getInstance(name" + ".trim()".repeat(20) + "); } }\nclass Other {}";
        Compiled.into(folded, "Folded", source, List.of("--release", "17"));
        SiteValues sites = new SiteValues(Compiled.findings(folded));
        sites.expect("site", null, "budget");
        sites.expect("few", "RSA", null);
    }

    @Test
    void aLoneClassDoesNotSpeakForItsPackage(@TempDir Path alone) throws IOException {
        String source = """
                class Alone {
                    static void site(String name) throws Exception { java.security.KeyPairGenerator.getInstance(name); }
                    static void call() throws Exception { site("RSA"); }
                }
                """;
        Compiled.into(alone, "Alone", source, List.of("--release", "17"));
        assertThat(new TreeSet<>(Compiled.findings(alone).stream()
                        .map(it -> it.evidence().reason())
                        .toList()))
                .containsExactly("outside-archive");
    }

    @Test
    void aNeighbourThatCannotBeReadMayBeACaller() throws IOException {
        List<ScanInput> classes = new ArrayList<>(List.of(calling("A", "java/lang/Object")));
        classes.add(new InMemoryInput("B.class", Arrays.copyOf(classes.get(0).bytes(), 40)));
        assertThat(Compiled.detect(classes).get(0).findings()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.evidence().values()).containsExactly("RSA");
            assertThat(it.evidence().resolution()).isEqualTo(Resolution.PARTIAL);
            assertThat(it.evidence().reason()).isEqualTo("unreadable-class");
        });
    }

    @Test
    void classesThatExtendEachOtherEnd() {
        List<Detection> detections = Compiled.detect(List.of(calling("A", "B"), calling("B", "A")));
        assertThat(detections).allSatisfy(it -> {
            assertThat(it.diagnostics()).isEmpty();
            assertThat(it.findings())
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.evidence().values()).containsExactly("RSA"));
        });
    }

    /** A class whose private method takes the name that its other method gives. */
    private static ScanInput calling(String name, String parent) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, 0, name, null, parent, null);
        MethodVisitor site = writer.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "site", "(Ljava/lang/String;)V", null, null);
        site.visitVarInsn(Opcodes.ALOAD, 0);
        site.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/security/KeyPairGenerator",
                "getInstance",
                "(Ljava/lang/String;)Ljava/security/KeyPairGenerator;",
                false);
        site.visitInsn(Opcodes.POP);
        site.visitInsn(Opcodes.RETURN);
        site.visitMaxs(0, 0);
        MethodVisitor call = writer.visitMethod(Opcodes.ACC_STATIC, "call", "()V", null, null);
        call.visitLdcInsn("RSA");
        call.visitMethodInsn(Opcodes.INVOKESTATIC, name, "site", "(Ljava/lang/String;)V", false);
        call.visitInsn(Opcodes.RETURN);
        call.visitMaxs(0, 0);
        writer.visitEnd();
        return new InMemoryInput(name + ".class", writer.toByteArray());
    }
}
