package dev.shirube.source.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.TypeDeclaration;
import org.junit.jupiter.api.Test;

/** What the syntax of Kotlin becomes in the common model. */
class KotlinLoweringTest {

    private static ProgramFile read(String text) {
        return new KotlinLanguage().read(new SourceText("a.kt", text));
    }

    private static String function(String statements) {
        return ProgramText.of(
                read("fun f() {\n" + statements + "\n}").functions().get(0).body());
    }

    @Test
    void importsHaveAliasesAndDefaults() {
        ProgramFile file = read("package a.b\n\nimport c.D\nimport c.E as F\nimport g.*\n\ntypealias H = D\n");

        assertThat(file.module()).isEqualTo("a.b");
        assertThat(file.imports().stream().map(it -> it.path() + " " + it.name()))
                .startsWith("c.D D", "c.E F", "g ", "c.D H")
                .contains("java.lang ", "kotlin ");
        assertThat(file.imports()).filteredOn(Import::wildcard).hasSize(11);
    }

    @Test
    void scopeFunctionsAreRunWhereTheyStand() {
        assertThat(function("val a = B.c(\"d\").apply { e(1) }.g()"))
                .isEqualTo("{Assign(apply@33, B.c(\"d\"), true); apply@33.e(1); Assign(a, apply@33.g(), true)}");
        assertThat(function("a.also { it.b() }")).isEqualTo("{a.b(); a}");
        assertThat(function("val e = a.let { g -> g.h }"))
                .isEqualTo("{Assign(value@24, a.h, true); Assign(e, value@24, true)}");
    }

    @Test
    void branchesAreValues() {
        assertThat(function("val a = if (b) { c(); 1 } else 2"))
                .isEqualTo("{Assign(a, true); Branch(b, {c(); Assign(a, 1)}, {Assign(a, 2)})}");
        assertThat(function("return when (a) {\n 1, 2 -> b\n else -> c\n}"))
                .contains("Select(a, [Case([1, 2], {Assign(value@")
                .contains("Case([], {Assign(value@");
        assertThat(function("val a = b ?: return\nval c = d ?: 1"))
                .isEqualTo("{Branch(Other([]), {Return()}, {}); Assign(a, b, true);"
                        + " Assign(c, Operation(OR, [d, 1]), true)}");
    }

    @Test
    void propertiesOfConstructorsAreFields() {
        TypeDeclaration type = read("class A(private val b: String, var c: Int = 1) : D(b) {\n"
                        + "    @Value(\"\\${x:RSA}\") lateinit var e: String\n"
                        + "    private val f = G().apply { h(c) }\n"
                        + "    init {\n        i()\n    }\n"
                        + "    companion object {\n        const val J = 2\n    }\n}\n")
                .types()
                .get(0);

        assertThat(ProgramText.of(type.fields()))
                .isEqualTo(
                        "[Field(b, String), Field(c, Int), Field(e, String, new Value(\"${x:RSA}\")), Field(f, true),"
                                + " Field(J, 2, true)]");
        assertThat(ProgramText.of(type.methods().get(0)))
                .matches("Function\\(<init>, \\[Parameter\\(b, String\\), Parameter\\(c, Int, 1\\)\\],"
                        + " \\{Assign\\(This\\(\\)\\.b, b\\); Assign\\(This\\(\\)\\.c, c\\); new D\\(b\\);"
                        + " Assign\\(apply@(\\d+), G\\(\\), true\\); apply@\\1\\.h\\(c\\);"
                        + " Assign\\(This\\(\\)\\.f, apply@\\1\\); i\\(\\)\\}\\)");
    }

    @Test
    void constantsOfEnumerationsHaveArguments() {
        TypeDeclaration type =
                read("enum class A(val b: String) {\n    C(\"x\"),\n    D(\"y\");\n\n    fun e() = b\n}\n")
                        .types()
                        .get(0);

        assertThat(ProgramText.of(type.enumerations()))
                .isEqualTo("[EnumConstant(C, [\"x\"]), EnumConstant(D, [\"y\"])]");
    }

    @Test
    void collectionsAndPairsAreWrittenByFunctions() {
        assertThat(function("g(listOf(1, 2), mapOf(\"a\" to b), arrayOf(*c), x = 3) { it }"))
                .isEqualTo("{g(Sequence([1, 2]), Mapping([Entry(\"a\", b)]), Sequence([Spread(c)]), x: 3,"
                        + " Lambda(Function([Parameter(it)], {Return(it)})))}");
    }

    @Test
    void settersOfJavaAreCalled() {
        assertThat(function("a.b = \"c\"")).isEqualTo("{Assign(a.b, \"c\"); a.setB(\"c\")}");
    }

    @Test
    void textsAreWhatTheyStandFor() {
        assertThat(function("g(\"a\\u0062\\$\", \"$c d ${e.f}\", \"\"\"h\\n\"\"\", 'i', 0xFF, 2_048L)"))
                .isEqualTo("{g(\"ab$\", Template([c, \" d \", e.f]), \"h\\n\", \"i\", 255, 2048)}");
    }

    @Test
    void extensionsAreCalledOnTheirReceiver() {
        assertThat(ProgramText.of(read("fun A.b(c: Int): A {\n    d(c)\n    return this\n}\n")
                        .functions()))
                .isEqualTo("[Function(b, A, [Parameter(c, Int)], A, {This().d(c); Return(This())})]");
    }

    @Test
    void brokenTextLosesNoCall() {
        ProgramFile file = read("fun a() {\n    b(1)\n    if (x { \n    c(2)\n}\n");

        assertThat(file.diagnostics()).isNotEmpty();
        assertThat(ProgramText.of(file.functions()) + ProgramText.of(file.body()))
                .contains("b(1)", "c(2)");
    }
}
