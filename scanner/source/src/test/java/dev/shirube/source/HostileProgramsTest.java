package dev.shirube.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file can never end a scan, in no language: what is too much of it is a diagnostic, and the rest is read. */
class HostileProgramsTest {

    private static final SourceDetector DETECTOR = SourceDetector.standard();

    /** By ending: a line that lets the prefilter take the file, and a call that must be found wherever it can be read. */
    private static final Map<String, String[]> LANGUAGES = Map.of(
            "py", new String[] {"from Crypto.PublicKey import RSA\n", "RSA.generate(2048)\n"},
            "go",
                    new String[] {
                        "package a\nimport (\"crypto/rsa\"; \"crypto/rand\")\n",
                        "func f() { rsa.GenerateKey(rand.Reader, 2048) }\n"
                    },
            "rs", new String[] {"use rsa::RsaPrivateKey;\n", "fn f() { RsaPrivateKey::new(&mut rng, 2048); }\n"},
            "js",
                    new String[] {
                        "const crypto = require('crypto');\n",
                        "crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });\n"
                    },
            "php", new String[] {"<?php\n", "openssl_pkey_new(['private_key_bits' => 2048]);\n"},
            "c", new String[] {"#include <openssl/evp.h>\n", "void f(void) { EVP_RSA_gen(2048); }\n"},
            "cs",
                    new String[] {
                        "using System.Security.Cryptography;\n", "class A { void F() { RSA.Create(2048); } }\n"
                    },
            "rb", new String[] {"require 'openssl'\n", "OpenSSL::PKey::RSA.new(2048)\n"},
            "kt",
                    new String[] {
                        "import java.security.KeyPairGenerator\n", "fun f() { KeyPairGenerator.getInstance(\"RSA\") }\n"
                    });

    static Stream<Arguments> sources() {
        return LANGUAGES.keySet().stream()
                .sorted()
                .flatMap(language -> Stream.of(
                        Arguments.of(language, "deep parentheses", "(".repeat(20_000)),
                        Arguments.of(language, "deep blocks", "{".repeat(20_000)),
                        Arguments.of(language, "deep calls", "f(".repeat(5_000) + ")".repeat(5_000) + ";\n"),
                        Arguments.of(language, "a long sum", "x = 1" + " + 1".repeat(20_000) + ";\n"),
                        Arguments.of(language, "a long chain", "x = a" + ".b".repeat(20_000) + ";\n"),
                        Arguments.of(language, "many statements", "x = x + y;\n".repeat(5_000)),
                        Arguments.of(language, "garbage", garbage(20_000)),
                        Arguments.of(language, "control characters", "\u0000\u0001\uFFFF".repeat(5_000))));
    }

    private static String garbage(int length) {
        Random random = new Random(4);
        String letters = "ab(){}[]<>;:,.\"'`$#@!%&*+-=/\\ \n01";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Detection detect(String language, String source) {
        return detect(language, source.getBytes(StandardCharsets.UTF_8));
    }

    private static Detection detect(String language, byte[] source) {
        InMemoryInput input = new InMemoryInput("a." + language, source);
        return DETECTOR.detect(input, InMemoryUnit.of(input));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sources")
    void whatStandsBeforeItIsFound(String language, String what, String hostile) {
        String[] parts = LANGUAGES.get(language);
        Detection detection = detect(language, parts[0] + parts[1] + hostile);
        boolean read = !detection.findings().isEmpty();
        boolean told = detection.diagnostics().stream().map(Diagnostic::code).anyMatch(DiagnosticCode::partlyRead);
        assertThat(read || told)
                .as("found, or said not to be read: " + detection.diagnostics())
                .isTrue();
    }

    static Stream<String> languages() {
        return LANGUAGES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aFileThatIsTooLargeIsSaidToBe(String language) {
        String[] parts = LANGUAGES.get(language);
        Detection detection = detect(language, parts[0] + parts[1] + "a b ".repeat(1_000_000));
        assertThat(detection.diagnostics()).extracting(Diagnostic::code).contains(DiagnosticCode.LIMIT_REACHED);
        assertThat(detection.findings()).as("what stands at its beginning").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void otherEncodingsAreRead(String language) {
        String[] parts = LANGUAGES.get(language);
        String source = parts[0] + parts[1];
        assertThat(detect(language, source).findings()).as("UTF-8").isNotEmpty();
        byte[] invalid = (source + "\n// \u00e9\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(detect(language, invalid).findings()).as("no UTF-8").isNotEmpty();
        byte[] marked = ("\uFEFF" + source).getBytes(StandardCharsets.UTF_8);
        assertThat(detect(language, marked).findings()).as("byte order mark").isNotEmpty();
    }
}
