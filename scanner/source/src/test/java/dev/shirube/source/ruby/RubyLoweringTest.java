package dev.shirube.source.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.TypeDeclaration;
import org.junit.jupiter.api.Test;

/** What the syntax of Ruby becomes in the common model. */
class RubyLoweringTest {

    private static ProgramFile read(String text) {
        return new RubyLanguage().read(new SourceText("a.rb", text));
    }

    private static String body(String text) {
        return ProgramText.of(read(text).body());
    }

    @Test
    void whatIsRequiredIsImported() {
        assertThat(read("require 'a/b'\nrequire_relative 'c'\nrequire_relative '../d'")
                        .imports())
                .allMatch(it -> it.wildcard())
                .extracting(it -> it.path())
                .containsExactly("a/b", "./c", "../d");
    }

    @Test
    void modulesAroundEverythingAreThePathOfTheFile() {
        ProgramFile file = read("module A\n  module B::C\n    X = 1\n    class D < E; end\n  end\nend");

        assertThat(file.module()).isEqualTo("A.B.C");
        assertThat(ProgramText.of(file.types())).startsWith("[TypeDeclaration(D, [E]");
        assertThat(ProgramText.of(file.body())).isEqualTo("{Assign(X, 1)}");
    }

    @Test
    void callsNeedNoParenthesesAndNamesThatNothingAssignsAreCalls() {
        assertThat(body("a = 1\nb\nA::B.new 1, c: 2, 'd' => 3, **e\na.f&.g"))
                .isEqualTo("{Assign(a, 1); b(); A.B.new(1, c: 2, d: 3, Spread(e())); a.f().g()}");
    }

    @Test
    void theLastExpressionIsReturned() {
        ProgramFile file = read("def a(b)\n  if b\n    1\n  else\n    2\n  end\nend\ndef c = d ||= 3\n"
                + "def e\n  case f\n  when :g then 4\n  end\nrescue G\n  5\nend");

        assertThat(ProgramText.of(file.functions()))
                .isEqualTo(
                        "[Function(a, [Parameter(b)], {Branch(b, {Return(1)}, {Return(2)})}),"
                                + " Function(c, [], {Assign(d, Operation(OR, [d, 3])); Return(d)}),"
                                + " Function(e, [], {Attempt({Select(f(), [Case([\"g\"], {Return(4)})])}, [{Return(5)}], {})})]");
    }

    @Test
    void variablesOfObjectsAreMembersAndReadersAreMethods() {
        TypeDeclaration type =
                read("class A < B\n  attr_reader :c\n  def initialize(c)\n    super(c)\n    @c = c\n  end\nend")
                        .types()
                        .get(0);

        assertThat(ProgramText.of(type.methods()))
                .isEqualTo("[Function(c, [], {Return(This().@c)}),"
                        + " Function(<init>, [Parameter(c)], {B.new(c); Assign(This().@c, c)})]");
    }

    @Test
    void textsAreWhatTheyStandFor() {
        assertThat(body("f('a\\'b', \"c\\n#{d}\", :e, :'g h', %w[i j], %q(k), \"l\" 'm', <<~N)\n  o\n   p\nN\n"))
                .isEqualTo(
                        "{f(\"a'b\", Template([\"c\n\", d()]), \"e\", \"g h\", Sequence([\"i\", \"j\"]), \"k\", \"lm\","
                                + " \"o\n p\n\")}");
    }

    @Test
    void blocksAreLambdasAndLoops() {
        assertThat(body("[1].each { |a| f(a) }\n[2].map { |b| b }\ng = ->(c) { c }\nh(&i)"))
                .isEqualTo("{Loop(a, Sequence([1]), {}, {f(a)});"
                        + " Sequence([2]).map(Lambda(Function([Parameter(b)], {Return(b)})));"
                        + " Assign(g, Lambda(Function([Parameter(c)], {Return(c)}))); h(i())}");
    }

    @Test
    void whatIsTappedIsSeenInTheBlock() {
        assertThat(body("a = B.new.tap { |c| c.d = 1 }"))
                .isEqualTo("{Assign(tap@14, B.new(), true); Assign(tap@14.d, 1); Assign(a, tap@14)}");
    }

    @Test
    void modifiersAreConditions() {
        assertThat(body("a = 1 if b\nc unless d\nraise 'x' unless e\nf rescue g"))
                .isEqualTo("{Branch(b(), {Assign(a, 1)}, {}); Branch(d(), {}, {c()});"
                        + " Branch(e(), {}, {Leave([raise(\"x\")])}); Attempt({f()}, [{g()}], {})}");
    }

    @Test
    void brokenTextLosesNoCall() {
        ProgramFile file = read("def a\n  b(1\nend\nc(2)\n");

        assertThat(file.diagnostics()).isNotEmpty();
        assertThat(ProgramText.of(file.functions()) + ProgramText.of(file.body()))
                .contains("c(2)");
    }
}
