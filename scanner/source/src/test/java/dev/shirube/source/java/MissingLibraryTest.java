package dev.shirube.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types of a library that is not there are told by imports and names, and a look-alike is not taken for them. */
class MissingLibraryTest {

    private static final String OF = "org.example.seal.Seal#of*";
    private static final String PRESS = "org.example.seal.Seal#press*";

    private static String in(String head, String body) {
        return head + "\nclass A { void f(Object key) { " + body + " } }";
    }

    @Test
    void aSingleTypeImportTells() {
        assertThat(Reading.seals(in("import org.example.seal.Seal;", "Seal s = Seal.of(\"RSA\"); s.press(key);")))
                .containsExactly(OF, PRESS);
    }

    @Test
    void anImportOnDemandTells() {
        assertThat(Reading.seals(in("import org.example.seal.*;", "Seal s = new Seal(\"RSA\");")))
                .containsExactly("org.example.seal.Seal#<init>*");
    }

    @Test
    void aFullNameTellsAndAnInnerTypeIsReachedByIt() {
        assertThat(Reading.seals(in("", "org.example.seal.Seal.of(\"RSA\"); new org.example.seal.Seal.Wax();")))
                .containsExactly(OF, "org.example.seal.Seal$Wax#<init>*");
    }

    @Test
    void thePackageOfTheLibraryItselfTells() {
        assertThat(Reading.seals("package org.example.seal; class A { void f() { Seal.of(\"RSA\"); } }"))
                .containsExactly(OF);
    }

    @Test
    void aStaticImportTells() {
        assertThat(Reading.seals(in("import static org.example.seal.Seal.of;", "of(\"RSA\");")))
                .containsExactly(OF);
        assertThat(Reading.seals(in("import static org.example.seal.Seals.*;", "Object red = RED;")))
                .containsExactly("org.example.seal.Seals#RED*");
    }

    @Test
    void aChainAndAVariableWithoutTypeAreFollowedByTheRowsReturnType() {
        assertThat(Reading.seals(in(
                        "import org.example.seal.Seal;",
                        "var s = Seal.of(\"RSA\"); s.press(key); Seal.of(\"EC\").press(key);")))
                .containsExactly(OF, PRESS, OF, PRESS);
    }

    @Test
    void fieldsParametersAndInheritedFieldsCarryTheirType() {
        String base = "package com.acme; import org.example.seal.Seal; class Base { protected Seal inherited; }";
        String source = """
                package com.acme;
                import org.example.seal.Seal;
                class A extends Base {
                    private Seal field;
                    void f(Seal parameter) { field.press(null); this.field.press(null); parameter.press(null); inherited.press(null); }
                }
                """;
        assertThat(Reading.seals("src/com/acme/A.java", source, Map.of("src/com/acme/Base.java", base)))
                .containsExactly(PRESS, PRESS, PRESS, PRESS);
    }

    @Test
    void aClassOfTheSameFileIsNotTheLibrary() {
        assertThat(Reading.seals("""
                        import org.example.seal.*;
                        class A {
                            void f() { Seal.of("RSA"); }
                            static class Seal { static Seal of(String name) { return null; } }
                        }
                        """)).isEmpty();
    }

    @Test
    void aClassOfTheSamePackageHidesAnImportOnDemandButNotASingleOne() {
        Map<String, String> sibling = Map.of("com/acme/Seal.java", "package com.acme; class Seal { }");
        String use = "class A { void f() { Seal.of(\"RSA\"); } }";
        assertThat(Reading.seals("com/acme/A.java", "package com.acme; import org.example.seal.*; " + use, sibling))
                .isEmpty();
        assertThat(Reading.seals("com/acme/A.java", "package com.acme; import org.example.seal.Seal; " + use, sibling))
                .containsExactly(OF);
    }

    @Test
    void anotherLibrarysClassOfThatNameIsNotTheLibrary() {
        assertThat(Reading.seals(in("import com.other.Seal;", "Seal s = Seal.of(\"RSA\"); s.press(key);")))
                .isEmpty();
        assertThat(Reading.seals(in("import org.example.seal.*; import com.other.Seal;", "Seal.of(\"RSA\");")))
                .isEmpty();
    }

    @Test
    void aVariableOrTypeParameterOfThatNameIsNotTheType() {
        assertThat(Reading.seals(in("import org.example.seal.*;", "Other Seal = null; Seal.of(\"RSA\");")))
                .isEmpty();
        assertThat(Reading.seals("import org.example.seal.*; class A<Seal> { void f(Seal s) { s.press(null); } }"))
                .isEmpty();
    }

    @Test
    void anOwnMethodHidesAStaticImport() {
        assertThat(Reading.seals("""
                        import static org.example.seal.Seal.of;
                        class A { void f() { of("RSA"); } static Object of(String s) { return null; } }
                        """)).isEmpty();
    }

    @Test
    void aTypeThatTheJdkHasIsExact() {
        assertThat(Reading.seals(
                        in("import javax.crypto.*; import org.example.seal.*;", "Cipher.getInstance(\"RSA\");")))
                .containsExactly("javax.crypto.Cipher#getInstance");
    }
}
