package dev.shirube.source.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JavaScript and TypeScript say in the terms of the common form. */
class JavaScriptLoweringTest {

    private static ProgramFile script(String text) {
        return read(new JavaScriptLanguage(), "a.js", text);
    }

    private static ProgramFile typed(String text) {
        return read(new TypeScriptLanguage(), "a.ts", text);
    }

    private static ProgramFile read(ProgramLanguage language, String name, String text) {
        ProgramFile file = language.read(new SourceText(name, text));
        assertThat(file.diagnostics()).isEmpty();
        return file;
    }

    private static List<String> imports(ProgramFile file) {
        return file.imports().stream()
                .map(it -> (it.wildcard() ? "*" : it.name()) + "=" + it.path())
                .toList();
    }

    private static Expression value(ProgramFile file, int statement) {
        Statement it = file.body().statements().get(statement);
        return it instanceof Statement.Assign assign
                ? assign.value().orElseThrow()
                : ((Statement.Evaluate) it).expression();
    }

    @Test
    void importsNameWhatTheyStandFor() {
        assertThat(imports(script("""
                import a, { b as c } from 'node:crypto';
                import * as d from './e.js';
                import f from './g';
                export { h as i } from './j';
                export * from './k';
                const l = require('m'), { n, o: p } = require('q').r;
                const s = __importDefault(require('t'));
                """)))
                .containsExactly(
                        "a=node:crypto",
                        "c=node:crypto.b",
                        "d=./e.js",
                        "f=./g.default",
                        "i=./j.h",
                        "*=./k",
                        "l=m",
                        "n=q.r.n",
                        "p=q.r.o",
                        "s=t");
    }

    @Test
    void aModuleThatIsRequiredInAnExpressionHasANameThatNobodyCanWrite() {
        ProgramFile file = script("f(require('crypto').webcrypto.subtle);");
        Expression.Call call = (Expression.Call) value(file, 0);
        Expression.Name argument = (Expression.Name) call.arguments().get(0).value();
        assertThat(file.imports())
                .extracting(Import::path, Import::name)
                .containsExactly(org.assertj.core.api.Assertions.tuple("crypto.webcrypto.subtle", argument.name()));
        assertThat(argument.name()).doesNotMatch("\\w+");
    }

    @Test
    void aCallStandsWhereItsNameStands() {
        Expression.Call call = (Expression.Call) value(script("a\n  .b()\n  ?.c(1, ...d);"), 0);
        assertThat(call.place().line()).isEqualTo(3);
        assertThat(call.place().column()).isEqualTo(5);
        assertThat(call.place().start()).isZero();
        assertThat(call.arguments().get(1).value()).isInstanceOf(Expression.Spread.class);
    }

    @Test
    void textsAndNumbersAreWhatTheyStandFor() {
        ProgramFile file = script("x('a\\u0041\\n\\'', `b${c}d`, 0x10, 1e3, 1_000n, 1.5, !0, void 0, -2);");
        List<Expression> values = ((Expression.Call) value(file, 0))
                .arguments().stream().map(Expression.Argument::value).toList();
        assertThat(((Expression.Text) values.get(0)).value()).isEqualTo("aA\n'");
        assertThat(((Expression.Template) values.get(1)).parts()).hasSize(3);
        assertThat(values.subList(2, 5))
                .extracting(it -> ((Expression.Whole) it).value())
                .containsExactly(16L, 1000L, 1000L);
        assertThat(values.get(5)).isInstanceOf(Expression.Other.class);
        assertThat(((Expression.Truth) values.get(6)).value()).isTrue();
        assertThat(values.get(7)).isInstanceOf(Expression.Nothing.class);
        assertThat(((Expression.Whole) values.get(8)).value()).isEqualTo(-2);
    }

    @Test
    void aDefaultOfADestructuredNameIsItsOtherValue() {
        ProgramFile file = script("const { a, b: c = 'd' } = e;");
        assertThat(value(file, 0)).isInstanceOf(Expression.Member.class);
        Expression.Operation or = (Expression.Operation) value(file, 1);
        assertThat(or.operator()).isEqualTo(Expression.Operator.OR);
        assertThat(((Expression.Member) or.operands().get(0)).name()).isEqualTo("b");
        assertThat(((Expression.Text) or.operands().get(1)).value()).isEqualTo("d");
    }

    @Test
    void functionsThatAreValuesOfNamesAreFunctionsOfThatName() {
        ProgramFile file = script("const f = (a = 1) => a; exports.g = function () {}; module.exports = { h() {} };");
        assertThat(file.functions()).extracting(Function::name).containsExactly("f", "g", "h");
        assertThat(file.functions().get(0).body().statements().get(0)).isInstanceOf(Statement.Return.class);
        assertThat(file.functions().get(0).parameters().get(0).initial()).isPresent();
    }

    @Test
    void classesHaveFieldsGettersAndConstructors() {
        TypeDeclaration type = script("class A extends B { #c = 1; static D = 2; get e() { return 3; }"
                        + " constructor(f) { super(f); } g() {} }")
                .types()
                .get(0);
        assertThat(type.fields()).extracting(TypeDeclaration.Field::name).containsExactly("#c", "D", "e");
        assertThat(type.methods()).extracting(Function::name).containsExactly(Function.CONSTRUCTOR, "g");
        assertThat(((Expression.Name) type.supertypes().get(0)).name()).isEqualTo("B");
    }

    @Test
    void typesOfTypeScriptAreKeptWhereTheyHaveAName() {
        ProgramFile file = typed("""
                enum E { A = 'a', B = 4, C }
                class K { constructor(private readonly x: Svc, y: string | null = null) {} }
                async function f(a?: Promise<T>): Promise<R> { return a!.b as C; }
                namespace N.M { export const o = 1; }
                """);
        assertThat(file.types().get(0).enumerations())
                .extracting(it -> it.value().orElseThrow())
                .last()
                .isInstanceOfSatisfying(
                        Expression.Whole.class, it -> assertThat(it.value()).isEqualTo(5));
        assertThat(file.types().get(1).fields())
                .extracting(TypeDeclaration.Field::name)
                .containsExactly("x");
        assertThat(((Expression.Name) file.functions().get(0).result().orElseThrow()).name())
                .isEqualTo("R");
        assertThat(file.types().get(2).types().get(0).fields())
                .extracting(TypeDeclaration.Field::name)
                .containsExactly("o");
    }

    @Test
    void nothingIsLostInDecoratorsElementsAndBrokenText() {
        assertThat(typed("@A(f()) class B { @C(g()) d() {} }").body().statements())
                .hasSize(2);
        assertThat(script("const e = <a b={() => f()}>{g()}</a>;").toString()).contains("name=f", "name=g");
        ProgramFile broken = new JavaScriptLanguage().read(new SourceText("a.js", "f(1); if (} g(2);\nh(3);"));
        assertThat(broken.toString()).contains("name=f", "name=g", "name=h");
        assertThat(broken.diagnostics()).extracting(it -> it.code()).containsExactly(DiagnosticCode.PARTLY_PARSED);
    }

    @Test
    void aMinifiersSequenceIsOneStatementAfterTheOther() {
        ProgramFile file = script("a=1,b(),c=(0,d.e)(f);");
        assertThat(file.body().statements()).hasSize(3);
        Expression.Call call = (Expression.Call) value(file, 2);
        assertThat(((Expression.Member) call.callee()).name()).isEqualTo("e");
    }
}
