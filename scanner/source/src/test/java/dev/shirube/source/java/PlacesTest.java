package dev.shirube.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.CallSite;
import dev.shirube.domain.CodeContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a call site is said to be. */
class PlacesTest {

    private static final String CALL = "java.security.Signature.getInstance(\"Ed25519\")";

    @Test
    void lineAndColumnAreThoseOfTheMembersNameInUtf16Units() {
        CallSite site = Reading.only(
                "class A {\n  void f() throws Exception {\n    /* \uD83D\uDD11 */ java.security.Signature\n        .getInstance(\"Ed25519\");\n  }\n}");
        assertThat(site.line()).hasValue(4);
        assertThat(site.offset()).hasValue(10);
        CallSite created = Reading.only(
                "class A { Object f = /* \uD83D\uDD11 */ new java.security.spec.ECGenParameterSpec(\"secp256r1\"); }");
        assertThat(created.line()).hasValue(1);
        assertThat(created.offset()).hasValue(31);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void f(byte[] b, String... s) { @; }              | com.acme.A#f([B[Ljava/lang/String;)V",
                "<T extends Number> T f(T t) { @; return t; }      | com.acme.A#f(Ljava/lang/Number;)Ljava/lang/Number;",
                "A(int i) { @; }                                   | com.acme.A#<init>(I)V",
                "Object o = @;                                     | com.acme.A#<init>()V",
                "Object o = @; A(int i) {}                         | com.acme.A#<init>(I)V",
                "{ @; }                                            | com.acme.A#<init>()V",
                "static Object o = @;                              | com.acme.A#<clinit>()V",
                "static { @; }                                     | com.acme.A#<clinit>()V",
                "void f() { Runnable r = () -> @; }                | com.acme.A#f()V",
                "class B { class C { long f() { @; return 1; } } } | com.acme.A$B$C#f()J",
                "interface I { Object O = @; }                     | com.acme.A$I#<clinit>()V",
                "Object f() { return new Object() { public String toString() { @; return null; } }; } | com.acme.A$1#toString()Ljava/lang/String;",
                "void f(com.missing.Type t) { @; }                 | com.acme.A#f",
            })
    void theEnclosingMemberIsWrittenAsInBytecode(String member, String expected) {
        assertThat(Reading.only("package com.acme; class A { " + member.replace("@", CALL) + " }")
                        .enclosing())
                .isEqualTo(expected);
    }

    @Test
    void testCodeIsToldByItsFolder() {
        assertThat(Reading.of("src/test/java/A.java", "class A { Object o = " + CALL + "; }")
                        .sites())
                .singleElement()
                .extracting(CallSite::context)
                .isEqualTo(CodeContext.TEST);
    }
}
