package dev.shirube.source.csharp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import org.junit.jupiter.api.Test;

/** What the syntax of C# becomes in the common model. */
class CSharpLoweringTest {

    private static ProgramFile read(String text) {
        return new CSharpLanguage().read(new SourceText("a.cs", text));
    }

    private static String body(String text) {
        return ProgramText.of(read(text).body());
    }

    @Test
    void usingsAreImportsAndTheNamespacesAroundAreVisible() {
        ProgramFile file = read("using A.B;\nusing C = D.E;\nusing static F.G;\nnamespace H.I;\nclass J { }");

        assertThat(file.module()).isEqualTo("H.I");
        assertThat(file.imports().stream().map(it -> it.path() + " " + it.name()))
                .containsExactly("A.B ", "D.E C", "F.G ", "H ");
        assertThat(file.imports()).filteredOn(Import::wildcard).hasSize(3);
    }

    @Test
    void objectsAreMadeWithTheirInitialisers() {
        assertThat(body("var o = new A.B(1, c: 2) { D = e, F = { G = 3 } };"))
                .isEqualTo("{Assign(o, new A.B(1, c: 2, D: e, F: Mapping([Entry(\"G\", 3)])), true)}");
        assertThat(body("RSA r = new(2048);")).isEqualTo("{Assign(r, RSA, new RSA(2048), true)}");
        assertThat(body("string[] l = [\"a\", ..b]; var d = new D { [\"x\"] = 1, [\"y\"] = 2 };"))
                .isEqualTo("{Assign(l, Other([]), Sequence([\"a\", Spread(b)]), true);"
                        + " Assign(d, Mapping([Entry(\"x\", 1), Entry(\"y\", 2)]), true)}");
    }

    @Test
    void callsAreWhereTheirNamesStand() {
        ProgramFile file = read("a\n  .B()\n  ?.C<D>(out var e, ref f);");

        Statement.Evaluate only = (Statement.Evaluate) file.body().statements().get(0);
        Place place = only.expression().place();
        assertThat(place.line()).isEqualTo(3);
        assertThat(place.start()).isZero();
        assertThat(ProgramText.of(only)).isEqualTo("Generic(a.B().C, [D])(Address(e), Address(f))");
    }

    @Test
    void textsAreWhatTheyStandFor() {
        assertThat(body("F(\"a\\u0062\\n\", @\"c\"\"d\\\", \"\"\"e \"f\" \"\"\", 'g', nameof(H.I), $\"{j}k{{\");"))
                .isEqualTo("{F(\"ab\n\", \"c\"d\\\", \"e \"f\" \", \"g\", \"I\", Template([j, \"k\", \"{\"]))}");
    }

    @Test
    void choicesAreConditions() {
        assertThat(body("x = a switch { \"b\" or \"c\" => 1, D e when f => 2, _ => throw g };"))
                .isEqualTo(
                        "{Assign(x, Conditional(Operation(OR, [Operation(EQUAL, [a, \"b\"]), Operation(EQUAL, [a, \"c\"])]),"
                                + " [1, 2]))}");
        assertThat(body("if (a is B b) { b.C(); } switch (d) { case 1: case 2: E(); break; default: F(); break; }"))
                .isEqualTo("{Branch(Other([Assigned(b, Cast(B, a))]), {b.C()}, {});"
                        + " Select(d, [Case([1], {}, true), Case([2], {E()}), Case([], {F()})], true)}");
    }

    @Test
    void bothSidesOfConditionalCompilationAreRead() {
        assertThat(body("#if X\nvar a = 1;\n#else\nvar a = 2;\n#endif\nF(a);"))
                .isEqualTo("{Branch(Other([]), {Assign(a, 1)}, {Assign(a, 2)}); F(a)}");
    }

    @Test
    void parametersOfTypesAreFieldsAndExtensionsAreCalledOnTheirFirstParameter() {
        ProgramFile file = read("record A(string B, int C = 3) : D(B);"
                + " static class E { public static int F(this G g, int h) => g.I(h); }");

        TypeDeclaration record = file.types().get(0);
        assertThat(record.fields()).extracting(TypeDeclaration.Field::name).containsExactly("B", "C");
        assertThat(ProgramText.of(record.methods().get(0).body()))
                .isEqualTo("{new D(B); Assign(This().B, B); Assign(This().C, C)}");
        assertThat(ProgramText.of(file.functions()))
                .isEqualTo("[Function(F, G, [Parameter(h, int)], int, {Return(This().I(h))})]");
    }

    @Test
    void propertiesAreFieldsWithWhatTheirGettersGive() {
        TypeDeclaration type = read("class A { int B => 1; int C { get; set; } = 2; int D { get { E(); return 3; } } }")
                .types()
                .get(0);

        assertThat(ProgramText.of(type.fields()))
                .isEqualTo("[Field(B, int, 1, true), Field(C, int, 2), Field(D, int, This().get_D())]");
        assertThat(ProgramText.of(type.methods())).isEqualTo("[Function(get_D, [], int, {E(); Return(3)})]");
    }

    @Test
    void brokenTextLosesNoCall() {
        ProgramFile file = read("class A { void B( { C(1); } void D() { E(2; F(3); } }");

        assertThat(file.diagnostics()).isNotEmpty();
        assertThat(ProgramText.of(file.types()) + ProgramText.of(file.body())).contains("C(1)", "F(3)");
    }

    @Test
    void numbersAreWhole() {
        assertThat(body("F(2_048, 0x10, 0b11, 10UL, -1, 1.5);")).isEqualTo("{F(2048, 16, 3, 10, -1, Other([]))}");
    }
}
