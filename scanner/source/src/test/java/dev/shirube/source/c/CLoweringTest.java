package dev.shirube.source.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.Statement;
import org.junit.jupiter.api.Test;

/** What the syntax of C and C++ becomes in the common model. */
class CLoweringTest {

    private static ProgramFile c(String source) {
        return new CLanguage().read(new SourceText("a.c", source));
    }

    private static ProgramFile cpp(String source) {
        return new CppLanguage().read(new SourceText("a.cc", source));
    }

    private static String body(ProgramFile file) {
        assertThat(file.diagnostics()).isEmpty();
        return ProgramText.of(file.functions().get(0).body());
    }

    @Test
    void includesAndOtherNames() {
        assertThat(ProgramText.of(
                        c("#include <openssl/evp.h>\n#include \"keys.h\"\n").imports()))
                .isEqualTo("[Import(openssl/evp.h, true), Import(keys.h, true)]");
        assertThat(ProgramText.of(cpp("using namespace Botan; using K = Botan::X; namespace B = Botan::TLS;")
                        .imports()))
                .isEqualTo("[Import(Botan, true), Import(Botan.X, K), Import(Botan.TLS, B)]");
    }

    @Test
    void macrosAreConstantsAndFunctions() {
        ProgramFile file = c("""
                #define BITS 0x800
                #define NAME "P-" "256"
                #define TWICE(x) ((x) * 2)
                #define OPEN {
                #define RUN(c) do { h(c); } while (0)
                """);
        assertThat(ProgramText.of(file.body())).isEqualTo("{Assign(BITS, 2048, true); Assign(NAME, \"P-256\", true)}");
        assertThat(ProgramText.of(file.functions()))
                .isEqualTo("[Function(TWICE, [Parameter(x)], {Return(Operation(MULTIPLY, [x, 2]))}),"
                        + " Function(RUN, [Parameter(c)], {Loop({0}, {h(c)})})]");
        Statement.Assign bits = (Statement.Assign) file.body().statements().get(0);
        assertThat(bits.value().orElseThrow().place().line()).isEqualTo(1);
        assertThat(file.written(bits.value().orElseThrow().place())).isEqualTo("0x800");
    }

    @Test
    void bracesFillStructuresByTheirMembersAndMakeObjectsOfOtherTypes() {
        ProgramFile file = c("""
                struct s { int bits; const char *name; };
                struct s one = {.name = "a", .bits = 1}, two = {2, "b"};
                CK_MECHANISM m = {CKM_X, NULL, 0};
                int sizes[] = {1, 2};
                """);
        assertThat(ProgramText.of(file.body()))
                .isEqualTo("{Assign(one, s, Mapping([Entry(\"name\", \"a\"), Entry(\"bits\", 1)]), true);"
                        + " Assign(two, s, Mapping([Entry(\"bits\", 2), Entry(\"name\", \"b\")]), true);"
                        + " Assign(m, CK_MECHANISM, new CK_MECHANISM(CKM_X, Nothing(), 0), true);"
                        + " Assign(sizes, int, Sequence([1, 2]), true)}");
    }

    @Test
    void castsAndAddresses() {
        assertThat(body(c("void f(void) { DWORD n = (DWORD) (x); g((PBYTE) &n, sizeof n, L\"t\"); a->b.c = *d; }")))
                .isEqualTo("{Assign(n, DWORD, Cast(DWORD, x), true);"
                        + " g(Cast(PBYTE, Address(n)), Other([]), \"t\"); Assign(a.b.c, d)}");
    }

    @Test
    void casesFallThroughAndLabelsAreReached() {
        assertThat(body(c("""
                        int f(int a) {
                            switch (a) { case 1: b = 1; case 2: b = 2; break; default: return 3; }
                            return b;
                        end:
                            return 0;
                        }
                        """)))
                .isEqualTo("{Select(a, [Case([1], {Assign(b, 1)}, true), Case([2], {Assign(b, 2)}),"
                        + " Case([], {Return(3)})], true);"
                        + " Branch(Other([]), {Return(b)}, {}); Return(0)}");
    }

    @Test
    void conditionsOfThePreprocessorCutThroughStatements() {
        assertThat(body(c("""
                        void f(void) {
                            g(1,
                        #ifdef A
                              2
                        #else
                              3
                        #endif
                            );
                        #if 0
                            never();
                        #endif
                        #ifdef B
                            if (y) {
                        #else
                            if (z) {
                        #endif
                                i();
                            }
                        }
                        """))).isEqualTo("{g(1, Conditional(_, [2, 3])); Branch(y, {Branch(z, {}, {}); i()}, {})}");
    }

    @Test
    void macrosForTheCompilerAreNoTypes() {
        ProgramFile file = c("""
                __attribute_pure__
                static int WINAPI f(void) { return 1; }
                #ifdef __cplusplus
                extern "C" {
                #endif
                int g(void) { return 2; }
                #ifdef __cplusplus
                }
                #endif
                """);
        assertThat(file.diagnostics()).isEmpty();
        assertThat(ProgramText.of(file.functions()))
                .isEqualTo("[Function(f, [], int, {Return(1)}), Function(g, [], int, {Return(2)})]");
    }

    @Test
    void declarationsMakeObjects() {
        assertThat(body(cpp("""
                        void f() {
                            Botan::RSA_PrivateKey k(rng, 2048), j{rng, bits};
                            X vexing(rng, g(h));
                            X function();
                            int n{3};
                            auto u = std::make_unique<Y>(1);
                            RSASS<PSS, SHA256>::Signer s(k.get());
                        }
                        """)))
                .isEqualTo("{Assign(k, Botan.RSA_PrivateKey, new Botan.RSA_PrivateKey(rng, 2048), true);"
                        + " Assign(j, Botan.RSA_PrivateKey, new Botan.RSA_PrivateKey(rng, bits), true);"
                        + " Assign(vexing, X, new X(rng, g(h)), true);"
                        + " Assign(n, int, Cast(3), true);"
                        + " Assign(u, new Y(1), true);"
                        + " Assign(s, Generic(RSASS, [PSS, SHA256]).Signer,"
                        + " new Generic(RSASS, [PSS, SHA256]).Signer(Cast(k)), true)}");
    }

    @Test
    void theCallOfAConstructionStandsAtTheNameOfItsType() {
        Statement.Assign key = (Statement.Assign) cpp("void f() {\n    Botan::Key\n        k(rng, 1);\n}\n")
                .functions()
                .get(0)
                .body()
                .statements()
                .get(0);
        Expression.Call call = (Expression.Call) key.value().orElseThrow();
        assertThat(call.place().line()).isEqualTo(2);
        assertThat(call.place().column()).isEqualTo(12);
    }

    @Test
    void methodsOutsideTheirTypeBelongToIt() {
        ProgramFile file = cpp("""
                class A : public B {
                    int n{1};
                    K key;
                public:
                    A(int b) : B(2), n(b), key(3, 4) {}
                    void m();
                };
                void A::m() { n = 5; }
                void C::m() { this->x = 6; }
                """);
        assertThat(file.functions()).isEmpty();
        assertThat(ProgramText.of(file.types()))
                .isEqualTo(
                        "[TypeDeclaration(A, [B], [], [Field(n, int, Cast(1)), Field(key, K)],"
                                + " [Function(<init>, [Parameter(b, int)],"
                                + " {new B(2); Assign(This().n, Cast(b)); Assign(This().key, new K(3, 4))}),"
                                + " Function(m, [], void, {Assign(n, 5)})], []),"
                                + " TypeDeclaration(C, [], [], [Field(x)], [Function(m, [], void, {Assign(This().x, 6)})], [])]");
    }

    @Test
    void headersThatAreEvidentlyCppAreReadAsSuch() {
        String source = "namespace a {\nclass K { K(int n); };\n}\n";
        assertThat(new CLanguage().read(new SourceText("a.h", source)).diagnostics())
                .isEmpty();
        assertThat(new CLanguage().read(new SourceText("a.c", source)).diagnostics())
                .isNotEmpty();
    }

    @Test
    void brokenTextKeepsItsCalls() {
        ProgramFile file = c("void f(void) { g(1); @@ h(2) }\n");
        assertThat(file.diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(DiagnosticCode.PARTLY_PARSED));
        assertThat(ProgramText.of(file.functions())).contains("g(1)").contains("h(2)");
    }
}
