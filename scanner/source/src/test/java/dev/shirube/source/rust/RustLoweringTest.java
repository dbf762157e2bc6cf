package dev.shirube.source.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramText;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Rust's syntax becomes in the common model. */
class RustLoweringTest {

    private static ProgramFile read(String source) {
        return new RustLanguage().read(new SourceText("a.rs", source));
    }

    private static String body(String statements) {
        ProgramFile file = read("fn f() {\n" + statements + "\n}\n");
        assertThat(file.diagnostics()).isEmpty();
        return ProgramText.of(file.functions().get(0).body());
    }

    @Test
    void whatIsCompiledForTestsIsTold() {
        ProgramFile file = read("""
                        fn a() {}
                        #[cfg(not(test))]
                        fn b() {}
                        #[tokio::test]
                        async fn c() {}
                        #[cfg(test)]
                        mod tests { fn d() {} }
                        fn e() {}
                        """);
        assertThat(file.functions().stream()
                        .map(it -> it.name() + " " + file.context(it.place()))
                        .toList())
                .containsExactly("a MAIN", "b MAIN", "c TEST", "d TEST", "e MAIN");
    }

    @Test
    void useTreesAreFlat() {
        List<String> imports = read("""
                        use rsa::{RsaPrivateKey, pkcs1v15::{self, SigningKey as Sk}};
                        use crate::keys::Key;
                        use std::fmt::Write as _;
                        extern crate openssl as ssl;
                        mod tests { use super::*; use super::super::other::X; }
                        type Rng = rand::rngs::OsRng;
                        """).imports().stream()
                .filter(it -> !it.name().startsWith("::"))
                .map(it -> it.path() + " " + (it.wildcard() ? "*" : it.name()))
                .toList();
        assertThat(imports)
                .containsExactly(
                        "rsa.RsaPrivateKey RsaPrivateKey",
                        "rsa.pkcs1v15 pkcs1v15",
                        "rsa.pkcs1v15.SigningKey Sk",
                        "crate.keys.Key Key",
                        "openssl ssl",
                        "self.super.other.X X",
                        "rand.rngs.OsRng Rng");
    }

    @Test
    void typeArgumentsStayWithTheirNames() {
        assertThat(body("p256::ecdsa::SigningKey::<Sha256>::random(&mut rng);"))
                .isEqualTo("{Generic(::p256.ecdsa.SigningKey, [Sha256]).random(Address(rng))}");
        assertThat(body("Pss::new::<Sha256>(&key);")).isEqualTo("{Generic(Pss.new, [Sha256])(key)}");
    }

    @Test
    void macrosAreReadAsWhatTheyAreGiven() {
        assertThat(body("let v = vec![a(1), b];")).contains("Sequence([a(1), b])");
        assertThat(body("let t = format!(\"x{}-{n:?}{{}}{1}\", a(1), 2, n = 3);"))
                .contains("Template([\"x\", a(1), \"-\", 3, \"{}\", 2])");
        assertThat(body("log::info!(\"{}\", vec![a(1)]);")).contains(".info!(\"{}\", Sequence([a(1)]))");
        assertThat(body("tokio::select! { x = a() => b(x), _ = c() => { d() } }"))
                .contains("a()", "b(x)", "c()", "d()");
        assertThat(ProgramText.of(
                        read("lazy_static! { static ref K: Key = make(1); }").body()))
                .contains("Assign(K, Key, make(1)");
        assertThat(ProgramText.of(
                        read("macro_rules! m { ($x:expr) => { make($x, 1) } }").functions()))
                .contains("make($x, 1)");
    }

    @Test
    void aCallInAMacroStandsWhereItIsWritten() {
        ProgramFile file = read("fn f() {\n    check!(\n        vec![make(1)]);\n}\n");
        Statement statement = file.functions().get(0).body().statements().get(0);
        Expression.Call outer = (Expression.Call) ((Statement.Evaluate) statement).expression();
        Expression.Sequence list =
                (Expression.Sequence) outer.arguments().get(0).value();
        assertThat(list.elements().get(0).place().line()).isEqualTo(3);
        assertThat(list.elements().get(0).place().column()).isEqualTo(14);
        assertThat(file.written(list.elements().get(0).place())).isEqualTo("make(1)");
    }

    @Test
    void blocksWithValuesBecomeStatements() {
        assertThat(body("let x = if a { 1 } else { 2 };")).contains("Conditional(a, [1, 2])");
        assertThat(body("let x = match y { 1 => { a(); 2 } _ => return };"))
                .contains("Select(y", "a()", "Return(", "Assign(x, value@");
        assertThat(ProgramText.of(
                        read("fn f() -> u8 { if a { 1 } else { b() } }").functions()))
                .contains("Branch(a, {Return(1)}, {Return(b())})");
    }

    @Test
    void patternsBind() {
        assertThat(body("let (a, Some(b)) = c;")).contains("Assign(Sequence([a, b]), c");
        assertThat(body("if let Ok(x) = y() { z(x) }")).contains("Assign(x, Cast(", "y()", "z(x)");
        assertThat(body("let Key { bits, name: n, .. } = k;"))
                .contains("Mapping([Entry(\"bits\", bits), Entry(\"name\", n)])");
    }

    @Test
    void whatIsImplementedBelongsToTheType() {
        ProgramFile file = read("""
                pub struct Key<'a, T> { bits: usize, name: &'a T }
                impl<'a, T> Key<'a, T> {
                    const SIZE: usize = 2048;
                    fn new(bits: usize) -> Self { Self { bits, ..Default::default() } }
                    fn size(&self) -> usize { self.bits + Self::SIZE }
                }
                impl Signer for Other { fn sign(&self) {} }
                """);
        TypeDeclaration key = file.types().get(0);
        assertThat(key.fields()).extracting(TypeDeclaration.Field::name).containsExactly("bits", "name", "SIZE");
        assertThat(key.methods()).extracting(Function::name).containsExactly("new", "size");
        assertThat(ProgramText.of(key.methods()))
                .contains("new Key(bits: bits, Spread(Key.default()))", "[This().bits, Key.SIZE]");
        assertThat(file.functions().get(0).receiver().map(ProgramText::of)).contains("Other");
    }

    @Test
    void textsAndNumbers() {
        assertThat(body("use_it(\"a\\n\\u{41}\\\n   b\", r#\"x\"y\"#, b\"z\", 'c', 0xff_u8, 1_000i64, 0b11, -5);"))
                .isEqualTo("{use_it(\"a\nAb\", \"x\"y\", \"z\", \"c\", 255, 1000, 3, -5)}");
    }

    @Test
    void macrosInMacrosAreReadToABound() {
        String source = "fn f() { " + "m!(".repeat(300) + "a(1)" + ")".repeat(300) + "; b(2); }";
        assertThat(ProgramText.of(read(source).functions())).contains("b(2)");
    }

    @Test
    void brokenTextIsReadAsFarAsItGoes() {
        ProgramFile file = read("fn f() { a(1 ; }\nfn g() { b(2); }\n");
        assertThat(file.diagnostics())
                .singleElement()
                .satisfies(it -> assertThat(it.code()).isEqualTo(DiagnosticCode.PARTLY_PARSED));
        assertThat(ProgramText.of(file.functions()) + ProgramText.of(file.body()))
                .contains("a(1", "b(2)");
    }
}
