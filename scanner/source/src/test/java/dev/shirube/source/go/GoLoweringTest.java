package dev.shirube.source.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Go's syntax becomes in the common model. */
class GoLoweringTest {

    private static ProgramFile read(String source) {
        return new GoLanguage().read(new SourceText("a.go", "package a\n" + source));
    }

    private static String body(String statements) {
        ProgramFile file = read("func f() {\n" + statements + "\n}\n");
        assertThat(file.diagnostics()).isEmpty();
        return ProgramText.of(file.functions().get(0).body());
    }

    @Test
    void packagesGoByTheirLastElementWithoutVersions() {
        List<Import> imports = read("""
                        import (
                            "crypto/rsa"
                            "github.com/golang-jwt/jwt/v5"
                            "gopkg.in/square/go-jose.v2"
                            e "crypto/ecdsa"
                            . "crypto/elliptic"
                            _ "crypto/sha256"
                        )
                        type Config = rsa.PublicKey
                        """).imports();
        assertThat(imports)
                .extracting(Import::path, Import::name, Import::wildcard)
                .containsExactly(
                        tuple("crypto/rsa", "rsa", false),
                        tuple("github.com/golang-jwt/jwt/v5", "jwt", false),
                        tuple("gopkg.in/square/go-jose.v2", "jose", false),
                        tuple("crypto/ecdsa", "e", false),
                        tuple("crypto/elliptic", "", true),
                        tuple("crypto/rsa.PublicKey", "Config", false));
    }

    @Test
    void structsWrittenOutAreMadeWithNamedArguments() {
        assertThat(body("use(&tls.Config{MinVersion: 771, Curves: []tls.CurveID{29}})"))
                .isEqualTo("{use(new tls.Config(MinVersion: 771, Curves: Sequence([29])))}");
        assertThat(body("use([]struct{n string; b int}{{\"x\", 1}, {b: 2}})"))
                .isEqualTo(
                        "{use(Sequence([Mapping([Entry(\"n\", \"x\"), Entry(\"b\", 1)]), Mapping([Entry(\"b\", 2)])]))}");
    }

    @Test
    void severalResultsAreTakenApartAndFlagsAreNot() {
        assertThat(body("key, err := build(1)")).startsWith("{Assign(Sequence([key, err]), build(1)");
        assertThat(body("v, ok := m[\"a\"]")).startsWith("{Assign(v, Index(m, \"a\")");
    }

    @Test
    void constantsCount() {
        ProgramFile file = read("const (\n A = iota\n B\n _\n C = 1 << iota\n)\n");
        assertThat(ProgramText.of(file.body()))
                .contains("Assign(A, 0", "Assign(B, 1", "Assign(C, Operation(SHIFT_LEFT, [1, 3])");
    }

    @Test
    void theReceiverIsTheObjectUnlessAVariableHidesIt() {
        ProgramFile file = read("func (k *Key) f() {\n use(k.bits)\n { k := 1; use(k) }\n use(k)\n}\n");
        assertThat(file.functions().get(0).receiver().map(ProgramText::of)).contains("Key");
        assertThat(ProgramText.of(file.functions().get(0).body()))
                .contains("use(This().bits)", "use(k)}", "use(This())}");
    }

    @Test
    void textsAndNumbers() {
        assertThat(body("use(\"a\\n\\x41\\u00e9\", `r\\n`, 'x', 0xff, 1_000, 0b11, 017)"))
                .isEqualTo("{use(\"a\nA\u00e9\", \"r\\n\", \"x\", 255, 1000, 3, 15)}");
    }

    @Test
    void callsInEveryKindOfStatementAreKept() {
        String body = body("""
                select { case m := <-a(): b(m); case c() <- d(): e(); default: f() }
                defer g()
                go func() { h() }()
                switch x := i().(type) { case int: j(x) }
                for k, v := range l() { m(k(), v) }
                label: for n() { o(); continue label }
                p() <- q()
                if r(); s() { panic(t()) }
                """);
        for (char name = 'a'; name <= 't'; name++) {
            assertThat(body).contains(name + "(");
        }
    }

    @Test
    void aCallStandsWhereItsNameStands() {
        ProgramFile file = read("func f() {\n  rsa.\n    GenerateKey(nil, 1)\n}\n");
        Statement statement = file.functions().get(0).body().statements().get(0);
        Expression.Call call = (Expression.Call) ((Statement.Evaluate) statement).expression();
        assertThat(call.place().line()).isEqualTo(4);
        assertThat(file.written(call.place())).startsWith("rsa.").endsWith("1)");
    }

    @Test
    void brokenTextIsReadAsFarAsItGoes() {
        ProgramFile file = read("func f() { a(1 ; }\nfunc g() { b(2) }\n");
        assertThat(file.diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(DiagnosticCode.PARTLY_PARSED));
        assertThat(ProgramText.of(file.functions()) + ProgramText.of(file.body()))
                .contains("a(1", "b(2)");
    }
}
