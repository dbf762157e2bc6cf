package dev.shirube.source.php;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PHP says in the terms of the common form. */
class PhpLoweringTest {

    private static ProgramFile read(String text) {
        ProgramFile file = new PhpLanguage().read(new SourceText("a.php", "<?php\n" + text));
        assertThat(file.diagnostics()).isEmpty();
        return file;
    }

    private static Expression value(String text) {
        Statement it = read(text).body().statements().get(0);
        return it instanceof Statement.Assign assign
                ? assign.value().orElseThrow()
                : ((Statement.Evaluate) it).expression();
    }

    private static String name(Expression expression) {
        return expression instanceof Expression.Member member
                ? name(member.object()) + "." + member.name()
                : ((Expression.Name) expression).name();
    }

    @Test
    void namespacesAndUsesAreWrittenWithDots() {
        ProgramFile file = read("""
                namespace Acme\\Keys;
                use A\\B as C, D\\E;
                use F\\{G, H\\I as J};
                use function K\\l;
                require_once __DIR__ . '/m.php';
                """);
        assertThat(file.module()).isEqualTo("Acme.Keys");
        assertThat(file.imports())
                .extracting(it -> (it.wildcard() ? "*" : it.name()) + "=" + it.path())
                .containsExactly("C=A.B", "E=D.E", "G=F.G", "J=F.H.I", "l=K.l", "*=./m.php");
    }

    @Test
    void aVariableThatIsCalledLikeAFunctionIsAnotherName() {
        Statement.Assign assign = (Statement.Assign)
                read("$hash = hash('sha256', $data);").body().statements().get(0);
        Expression.Call call = (Expression.Call) assign.value().orElseThrow();
        assertThat(name(call.callee())).isEqualTo("hash").isNotEqualTo(name(assign.target()));
        assertThat(name(call.arguments().get(1).value())).isEqualTo("data");
    }

    @Test
    void callsOfAllKindsStandWhereTheirNameStands() {
        Expression.Call named = (Expression.Call) value("\\A\\B::c(\n d: 1, ...$e);");
        assertThat(name(named.callee())).isEqualTo("A.B.c");
        assertThat(named.place().column()).isEqualTo(7);
        assertThat(named.arguments().get(0).name()).contains("d");
        assertThat(named.arguments().get(1).value()).isInstanceOf(Expression.Spread.class);
        Expression.Call made = (Expression.Call) value("new A\\B(1);");
        assertThat(made.makes()).isTrue();
        assertThat(name(made.callee())).isEqualTo("A.B");
        assertThat(name(value("strlen(...);"))).isEqualTo("strlen");
    }

    @Test
    void textsAreUnescapedByTheirQuotes() {
        assertThat(((Expression.Text) value("'a\\n\\'b';")).value()).isEqualTo("a\\n'b");
        assertThat(((Expression.Text) value("\"a\\n\\x41\";")).value()).isEqualTo("a\nA");
        assertThat(((Expression.Template) value("\"a{$b->c}d $e[0]\";")).parts())
                .hasSize(4);
        assertThat(((Expression.Text) value("<<<'X'\na $b\nX;")).value()).isEqualTo("a $b");
        assertThat(((Expression.Operation) value("'a' . 'b' . $c;")).operands()).hasSize(3);
    }

    @Test
    void arraysAreListsOrDictionaries() {
        assertThat(value("[1, 2];")).isInstanceOf(Expression.Sequence.class);
        Expression.Mapping mapping = (Expression.Mapping) value("['a' => 1, 2, B => 3, ...$c];");
        assertThat(mapping.entries())
                .extracting(it -> it.key().getClass().getSimpleName())
                .containsExactly("Text", "Whole", "Name", "Spread");
        Statement.Assign taken = (Statement.Assign)
                read("['a' => $x, 'b' => [, $y]] = $z;").body().statements().get(0);
        assertThat(((Expression.Mapping) taken.target()).entries()).hasSize(2);
    }

    @Test
    void constantsArePutIntoNames() {
        List<Statement> statements = read("define('A', 1); const B = 2;").body().statements();
        assertThat(statements)
                .extracting(it -> name(((Statement.Assign) it).target()))
                .containsExactly("A", "B");
    }

    @Test
    void classesHavePromotedFieldsConstantsAndTraits() {
        TypeDeclaration type = read("""
                final class A extends \\B\\C implements D {
                    use E;
                    private const F = 'f';
                    public static ?string $g = self::F;
                    public function __construct(private readonly int $h = 1) { parent::__construct(); }
                }
                """).types().get(0);
        assertThat(type.supertypes()).extracting(PhpLoweringTest::name).containsExactly("B.C", "D", "E");
        assertThat(type.fields()).extracting(TypeDeclaration.Field::name).containsExactly("F", "g", "h");
        assertThat(name(type.fields().get(1).initial().orElseThrow())).isEqualTo("A.F");
        Function constructor = type.methods().get(0);
        assertThat(constructor.name()).isEqualTo(Function.CONSTRUCTOR);
        assertThat(constructor.body().statements()).hasSize(2);
    }

    @Test
    void matchIsAChainOfQuestionsWithoutWhatFails() {
        Expression.Conditional first =
                (Expression.Conditional) value("$x = match($a) { 1, 2 => 'b', 3 => 'c', default => throw new E() };");
        assertThat(first.outcomes()).hasSize(2);
        Expression.Conditional last = (Expression.Conditional) first.outcomes().get(1);
        assertThat(last.condition()).isEmpty();
        assertThat(last.outcomes()).hasSize(1);
    }

    @Test
    void onlyTheCodeOfAPageIsRead() {
        ProgramFile file = new PhpLanguage()
                .read(new SourceText("a.phtml", "<p>f()</p><?= g() ?><script>h()</script><?php if ($x): i(); endif;"));
        assertThat(file.diagnostics()).isEmpty();
        assertThat(file.toString()).contains("name=g", "name=i").doesNotContain("name=f]", "name=h]");
    }

    @Test
    void nothingIsLostInBrokenText() {
        ProgramFile broken = new PhpLanguage().read(new SourceText("a.php", "<?php f(1); if ($x { g(2); }\nh(3);"));
        assertThat(broken.toString()).contains("name=f", "name=g", "name=h");
        assertThat(broken.diagnostics()).extracting(it -> it.code()).containsExactly(DiagnosticCode.PARTLY_PARSED);
    }
}
