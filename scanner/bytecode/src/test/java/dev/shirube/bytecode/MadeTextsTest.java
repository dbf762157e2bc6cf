package dev.shirube.bytecode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts and numbers that are put together, cut, boxed, chosen and captured on their way. */
class MadeTextsTest {

    private static final String SOURCE = """
            import java.security.KeyPairGenerator;
            import java.security.Signature;
            import java.util.Locale;
            import java.util.Objects;
            import java.util.concurrent.Callable;
            import java.util.function.Supplier;
            class Texts {
                static final String RSA = String.valueOf("RSA");
                static final Integer BITS = 3072;
                void builder() throws Exception {
                    StringBuilder name = new StringBuilder();
                    name.append("SHA").append(256);
                    name.append("with");
                    name.append(RSA);
                    Signature.getInstance(name.toString());
                }
                void chosen(boolean strong) throws Exception {
                    StringBuilder name = new StringBuilder("SHA");
                    name.append(strong ? "512" : "256");
                    name.append("withRSA");
                    Signature.getInstance(name.toString());
                }
                void conditional(boolean strong) throws Exception {
                    StringBuilder name = new StringBuilder("SHA256");
                    if (strong) { name.append("with"); }
                    Signature.getInstance(name.toString());
                }
                void looped(int n) throws Exception {
                    StringBuilder name = new StringBuilder("S");
                    for (int i = 0; i < n; i++) { name.append("HA"); }
                    Signature.getInstance(name.toString());
                }
                void shared() throws Exception {
                    StringBuilder name = new StringBuilder("SHA256withRSA");
                    change(name);
                    Signature.getInstance(name.toString());
                }
                static void change(StringBuilder name) { name.append("andMGF1"); }
                void inserted() throws Exception {
                    StringBuilder name = new StringBuilder("withRSA");
                    name.insert(0, "SHA256");
                    Signature.getInstance(name.toString());
                }
                void thrown(boolean strong) throws Exception {
                    StringBuilder name = new StringBuilder("SHA256");
                    try { if (strong) { throw new IllegalStateException(); } name.append("withRSA"); }
                    catch (IllegalStateException e) { name.append("withDSA"); }
                    Signature.getInstance(name.toString());
                }
                void grown(int n) throws Exception {
                    String name = "SHA";
                    for (int i = 0; i < n; i++) { name += "1"; }
                    Signature.getInstance(name);
                }
                void format() throws Exception { Signature.getInstance(String.format("SHA%dwith%s", 256, RSA)); }
                void wide() throws Exception { Signature.getInstance(String.format("%5s", RSA)); }
                void joined() throws Exception { Signature.getInstance(String.join("with", "SHA256", RSA)); }
                void replaced() throws Exception { Signature.getInstance("SHA-256withRSA".replace("-", "")); }
                void replacedAll() throws Exception { Signature.getInstance("SHA-256withRSA".replaceAll("-", "")); }
                void expression() throws Exception { Signature.getInstance("SHA-256withRSA".replaceAll("[-]", "")); }
                void cut() throws Exception { KeyPairGenerator.getInstance("RSA/ECB".substring(0, 3)); }
                void cutOff() throws Exception { KeyPairGenerator.getInstance("X-RSA".substring(2)); }
                void otherwise(String name) throws Exception {
                    KeyPairGenerator.getInstance(Objects.requireNonNullElse(System.getProperty("k"), "RSA"));
                }
                void boxed() throws Exception { KeyPairGenerator.getInstance("RSA").initialize(BITS); }
                void parsed() throws Exception { KeyPairGenerator.getInstance("RSA").initialize(Integer.parseInt("4096")); }
                void captured() {
                    String name = RSA;
                    Callable<?> made = () -> KeyPairGenerator.getInstance(name);
                }
                void handed() { capture("EC"); }
                private Callable<?> capture(String name) { return () -> KeyPairGenerator.getInstance(name); }
                interface Maker { Object make(String name) throws Exception; }
                void open() { use(name -> KeyPairGenerator.getInstance(name)); }
                static void use(Maker maker) {}
                static String named(int kind) {
                    switch (kind) { case 1: return "RSA"; case 2: return "EC"; default: throw new IllegalArgumentException(); }
                }
                void switched(int kind) throws Exception { KeyPairGenerator.getInstance(named(kind)); }
            }
            enum Alg {
                RSA("RSA", 2048), EC("EC") { @Override int bits() { return 384; } }, DSA("DSA");
                private final String id;
                final int bits;
                Alg(String id) { this(id, 1024); }
                Alg(String id, int bits) { this.id = id; this.bits = bits; }
                String id() { return id; }
                int bits() { return bits; }
            }
            enum Plain { RSA, EC; }
            enum Spoken { RSA; @Override public String toString() { return "EC"; } }
            enum Field {
                A("RSA"), B("EC");
                final String name;
                Field(String name) { this.name = name; }
                String upper() { return name.toUpperCase(Locale.ROOT); }
                String getName() { return name; }
            }
            record Pair(String name, int bits) {}
            class Enums {
                static final Alg DEFAULT = Alg.RSA;
                void any(Alg alg) throws Exception { KeyPairGenerator.getInstance(alg.id()); }
                void delegated() throws Exception { KeyPairGenerator.getInstance(Alg.RSA.id()); }
                void certain() throws Exception { KeyPairGenerator.getInstance(Field.B.getName()); }
                void either(boolean b) throws Exception { KeyPairGenerator.getInstance((b ? Field.A : Field.B).getName()); }
                void direct() throws Exception { KeyPairGenerator.getInstance(Field.B.name); }
                void changed() throws Exception { KeyPairGenerator.getInstance(Field.A.upper()); }
                void name() throws Exception { KeyPairGenerator.getInstance(Plain.EC.name()); }
                void anyName(Plain plain) throws Exception { KeyPairGenerator.getInstance(plain.toString()); }
                void spoken() throws Exception { KeyPairGenerator.getInstance(Spoken.RSA.toString()); }
                void record() throws Exception { KeyPairGenerator.getInstance(new Pair("RSA", 1).name()); }
                void passed() throws Exception { take(Field.A); }
                private static void take(Field field) throws Exception { KeyPairGenerator.getInstance(field.getName()); }
                void listed() throws Exception { for (Field f : Field.values()) { KeyPairGenerator.getInstance(f.getName()); } }
            }
            """;

    @TempDir
    static Path folder;

    private static SiteValues sites;

    @BeforeAll
    static void compile() throws IOException {
        Compiled.into(folder, "Texts", SOURCE, List.of("--release", "17"));
        sites = new SiteValues(Compiled.findings(folder).stream()
                .filter(it -> !it.occurrence().symbol().endsWith("#getInstance")
                        || !it.evidence().resolution().id().equals("literal"))
                .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            builder     | SHA256withRSA | -
            chosen      | SHA256withRSA,SHA512withRSA | -
            conditional | -             | concatenation
            looped      | -             | concatenation
            shared      | -             | concatenation
            inserted    | -             | concatenation
            thrown      | -             | concatenation
            grown       | -             | several
            format      | SHA256withRSA | -
            wide        | -             | concatenation
            joined      | SHA256withRSA | -
            replaced    | SHA256withRSA | -
            replacedAll | SHA256withRSA | -
            expression  | -             | concatenation
            cut         | RSA           | -
            cutOff      | RSA           | -
            otherwise   | RSA           | config:k
            boxed       | 3072          | -
            parsed      | 4096          | -
            captured    | RSA           | -
            capture     | EC            | -
            open        | -             | lambda
            switched    | EC,RSA        | -
            any         | DSA,EC,RSA    | -
            delegated   | RSA           | -
            certain     | EC            | -
            either      | EC,RSA        | -
            direct      | EC            | -
            changed     | EC,RSA        | -
            name        | EC            | -
            anyName     | EC,RSA        | -
            spoken      | EC            | -
            record      | RSA           | -
            take        | RSA           | -
            listed      | EC,RSA        | -
            """)
    void everyValueAndWhyThereMayBeMore(String method, String values, String reason) {
        sites.expect(method, values, reason);
    }
}
