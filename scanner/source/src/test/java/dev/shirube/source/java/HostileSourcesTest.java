package dev.shirube.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.flow.FollowedLanguage.Calls;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that are broken, or made to keep a compiler busy or to overflow its stack. */
@Timeout(120)
class HostileSourcesTest {

    private static final String CALL = "java.security.Signature.getInstance(\"SHA256withRSA\");";

    private static String around(String body) {
        return "class A { void g() throws Exception { " + CALL + " }\n void f() { " + body + " } }";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int x=      | (         | 1  | )  | ;",
                "            | {         |    | }  | ''",
                "Object x=s  | .append(1)| '' | '' | ;",
                "if(a){}     | else if(b){} | '' | '' | ''",
                "int x=      | -         | 1  | '' | ;",
                "Object x=   | (Object)  | 1  | '' | ;",
                "Object x=   | a->       | 1  | '' | ;",
                "Object x=   | a?1:      | 1  | '' | ;",
                "Object x=   | java.util.List.of( | 1 | ) | ;",
                "Object x=   | new Object(){Object y= | 1 | ;} | ;",
                "            | switch(1){default: | '' | } | ''",
                "            | l:        | '' | '' | ;",
                "java.util.List<String> | x = a[ | 1 | ] | ;",
            })
    void twentyThousandLevelsAreReadOrReportedButNeverACrash(
            String head, String open, String middle, String close, String tail) {
        String text = text(head)
                + text(open).repeat(20_000)
                + text(middle)
                + text(close).repeat(20_000)
                + text(tail);
        Calls calls = Reading.of(around(text));
        boolean found = calls.sites().size() == 1;
        boolean limited = calls.diagnostics().stream().anyMatch(it -> it.code() == DiagnosticCode.LIMIT_REACHED);
        assertThat(found || limited).as(calls.toString()).isTrue();
    }

    private static String text(String value) {
        return value == null ? "" : value + " ";
    }

    @Test
    void stackOverflowIsADiagnosticThatNamesTheLimit() {
        Calls calls = Reading.of(around("boolean x = " + "!".repeat(900_000) + "true;"));
        assertThat(calls.sites()).isEmpty();
        assertThat(calls.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.LIMIT_REACHED);
        assertThat(calls.diagnostics().get(0).arguments()).contains("parser-stack-mib=64");
    }

    static Stream<String> exponential() {
        int depth = 30;
        return Stream.of(
                "java.util.Optional<Object> o = null; o" + ".map(x -> o".repeat(depth) + ")".repeat(depth) + ";",
                "var y = " + "java.util.List.of(".repeat(depth) + "1" + ")".repeat(depth) + ";",
                "Object y = " + "new java.util.ArrayList<>(".repeat(depth) + "null" + ")".repeat(depth) + ";",
                "var y = " + "java.util.concurrent.CompletableFuture.supplyAsync(() -> ".repeat(depth) + "1"
                        + ")".repeat(depth) + ";");
    }

    @ParameterizedTest
    @MethodSource("exponential")
    void exponentialInferenceIsNotStartedAndTheCallIsFoundByNames(String body) {
        Calls calls = Reading.of(around(body));
        assertThat(calls.sites())
                .singleElement()
                .satisfies(it -> assertThat(it.exactOwner()).isFalse());
        assertThat(calls.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(DiagnosticCode.LIMIT_REACHED);
            assertThat(it.arguments().get(0)).isEqualTo("type-resolution");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'(){[<', brackets-nested=1000",
        "'((', brackets-nested=1000",
        "'a -> ', lambdas-nested=40",
        "'a -> { f(); ', lambdas-nested=40",
        "'a -> new X() {}.f(', lambdas-nested=40"
    })
    void depthThatTheParserPaysForWithItsSquareIsReportedBeforeItIsParsed(String open, String limit) {
        Calls calls = Reading.of(around("Object x = " + open.repeat(20_000)));
        assertThat(calls.sites()).isEmpty();
        assertThat(calls.diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.arguments()).contains(limit));
    }

    @Test
    void manyLambdasBesideEachOtherAreNoDepth() {
        Calls calls = Reading.of(around("Object[] x = {" + "a -> 1, a -> { return 2; }, ".repeat(200) + "};"
                + "Runnable r; " + "r = () -> { }; ".repeat(200)
                + "switch (1) { " + "case 1 -> { } case 2 -> f(); ".repeat(100) + "}"));
        assertThat(calls.sites()).hasSize(1);
    }

    @Test
    void aBrokenFileGivesWhatCanBeReadAndSaysWhereItBroke() {
        Calls calls =
                Reading.of("class A {\n void f() throws Exception {\n  " + CALL + "\n  int x = ;\n  foo(((;\n }\n}");
        assertThat(calls.sites()).hasSize(1);
        assertThat(calls.diagnostics()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo(DiagnosticCode.PARTLY_PARSED);
            assertThat(it.arguments().get(1)).isEqualTo("4");
        });
    }

    @Test
    void aFileThatEndsTooEarlyStillGivesItsCalls() {
        Calls calls = Reading.of("class A { void f() throws Exception { " + CALL + " if (true) { g(");
        assertThat(calls.sites()).hasSize(1);
        assertThat(calls.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.PARTLY_PARSED);
    }

    private static String oneLine(int statements) {
        String statement = "x = x + \"" + "a".repeat(190) + "\"; ";
        return "class A { String x; void f() throws Exception { " + CALL + " } void g() { "
                + statement.repeat(statements) + "} }";
    }

    @Test
    void oneLineOfMoreThanAMegabyteIsReadByNames() {
        Calls calls = Reading.of(oneLine(6_000));
        assertThat(calls.sites()).hasSize(1);
        assertThat(calls.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.LIMIT_REACHED);
    }

    @Test
    void whatIsTooLargeToBeParsedIsReported() {
        Calls calls = Reading.of(oneLine(12_000));
        assertThat(calls.sites()).isEmpty();
        assertThat(calls.diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.arguments().get(0)).isEqualTo("source-characters=2097152"));
    }

    @Test
    void textThatIsNoJavaIsReportedAndGivesNothing() {
        Calls calls = Reading.of("Signature \0\1\2 \uFFFF ((( \" ' /* KeyPairGenerator");
        assertThat(calls.sites()).isEmpty();
        assertThat(calls.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.PARTLY_PARSED);
        assertThat(Reading.of("").sites()).isEmpty();
    }

    @Test
    void randomlyDamagedSourcesNeverThrow() {
        String source = """
                import java.security.*;
                class A<T extends Comparable<T>> implements Runnable {
                    static final String[] NAMES = {"RSA", 'x' + "EC"};
                    enum E { ONE { Object f() { return Signature.getInstance("RSA"); } }; abstract Object f(); }
                    record R(String a) { R { KeyFactory.getInstance(a); } }
                    void run(int i) throws Exception {
                        String a = switch (i) { case 0 -> "RSA"; default -> { yield "EC"; } };
                        for (var n : NAMES) { KeyPairGenerator g = KeyPairGenerator.getInstance(i > 0 ? a : n); g.initialize(1 << 11); }
                        Runnable r = () -> { try { Signature.getInstance("a" + a).initSign(null); } catch (Exception e) { throw new Error(e); } };
                    }
                }
                """;
        Random random = new Random(20261123);
        int read = 0;
        for (int i = 0; i < 120; i++) {
            StringBuilder damaged = new StringBuilder(source);
            for (int j = 0; j <= i % 5; j++) {
                int at = random.nextInt(damaged.length());
                switch (random.nextInt(3)) {
                    case 0 -> damaged.deleteCharAt(at);
                    case 1 -> damaged.insert(at, "(){}[]<>\"';,.@-+\\\uD83D\0".charAt(random.nextInt(19)));
                    default -> damaged.setLength(Math.max(1, at));
                }
            }
            read += Reading.of(damaged.toString()).sites().size();
        }
        assertThat(read).isPositive();
    }
}
