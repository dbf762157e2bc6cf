package dev.shirube.source.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import org.junit.jupiter.api.Test;

/** What Python's syntax becomes in the common model. */
class PythonLoweringTest {

    private static ProgramFile read(String source) {
        return new PythonLanguage().read(new SourceText("a.py", source));
    }

    private static void becomes(String source, String... lines) {
        ProgramFile file = read(source);
        assertThat(file.diagnostics()).isEmpty();
        assertThat(Shown.of(file).strip().split("\n")).containsExactly(lines);
    }

    @Test
    void imports() {
        becomes(
                """
                from __future__ import annotations
                import os, a.b.c, a.b as d
                from . import x
                from ..m.n import (y as z,
                    w)
                from m import *
                try:
                    from Crypto.PublicKey import RSA
                except ImportError:
                    from Cryptodome.PublicKey import RSA
                """,
                "import os as os",
                "import a as a",
                "import a.b as d",
                "import .x as x",
                "import ..m.n.y as z",
                "import ..m.n.w as w",
                "import m *",
                "import Crypto.PublicKey.RSA as RSA",
                "import Cryptodome.PublicKey.RSA as RSA",
                "try{}{ImportError}{}");
    }

    @Test
    void callsWithNamedAndSpreadArguments() {
        becomes(
                "a.b(c)[0](1, *x, k='v', **m)(y for y in z)\n",
                "for y@28 in z{}{comprehension@28 = seq(y@28)}",
                "a.b(c)[0](1, *x, k='v', *m)(comprehension@28)");
    }

    @Test
    void placeOfACallIsTheNameThatIsCalled() {
        ProgramFile file = read("key = (rsa\n    .generate(\n    2048))\n");
        Statement.Assign assign = (Statement.Assign) file.body().statements().get(0);
        Expression call = assign.value().orElseThrow();
        assertThat(call.place().line()).isEqualTo(2);
        assertThat(call.place().column()).isEqualTo(6);
        assertThat(file.written(call.place())).isEqualTo("rsa\n    .generate(\n    2048)");
    }

    @Test
    void texts() {
        becomes(
                """
                a = "x" 'y\\x41\\n' b"z" r"\\n" \"\"\"1
                2\"\"\"
                b = f"RSA-{bits}{{}}{n!r:>{w}}{m:d}"
                c = 0x10 + 0o17 + 0b1_1 - 1_000
                d = 2 ** 11
                e = -1
                """,
                "a = 'xyA",
                "z\\n1",
                "2'",
                "b = template('RSA-', bits, '{}', other(n, w), m)",
                "c = SUBTRACT(ADD(ADD(16, 15), 3), 1000)",
                "d = SHIFT_LEFT(1, 11)",
                "e = -1");
    }

    @Test
    void assignments() {
        becomes(
                """
                a, (b, *c) = d
                a = b = f()
                a.x += 1
                y: Optional[rsa.Key] = None
                z: "rsa.Key | None"
                w: rsa.Key | None = g()
                if (n := f()) and not m: pass
                """,
                "seq(a, seq(b, *c)) = d",
                "a = (b = f())",
                "a.x = ADD(a.x, 1)",
                "y: rsa.Key = nothing",
                "z: other()",
                "w: rsa.Key = g()",
                "if AND((n = f()), NOT(m)){}else{}");
    }

    @Test
    void controlFlow() {
        becomes(
                """
                if a == 1: b()
                elif a is None: c()
                else: d()
                for i, x in enumerate(xs):
                    use(x)
                else:
                    last()
                while more(): break
                with open(p) as f, lock():
                    f.read()
                try: a()
                except (E, F) as e: b()
                else: c()
                finally: d()
                x = 1 if c else 2
                """,
                "if EQUAL(a, 1){b()}else{if EQUAL(a, nothing){c()}else{d()}}",
                "for x in xs{i = other()}{use(x)}",
                "{last()}",
                "for - in -{more()}{leave()}",
                "f = open(p)",
                "lock()",
                "f.read()",
                "try{a(); c()}{e = other(seq(E, F), e); b()}{d()}",
                "x = c?(1, 2)");
    }

    @Test
    void matches() {
        becomes(
                """
                match kind:
                    case "rsa" | "RSA": a()
                    case Kind.EC: b()
                    case -1: c()
                    case "dsa" if old(): d()
                    case Point(x=0, y=v): e()
                    case str() as t: f()
                    case other: g(other)
                """,
                "select kind case('rsa', 'RSA'){a()} case(Kind.EC){b()} case(-1){c()} case(other()){other(old()); d()}"
                        + " case(other()){v = other(); e()} case(other()){t = kind; f()} case(){other = kind; g(other)} always");
    }

    @Test
    void comprehensionsGoThroughTheirCollections() {
        becomes(
                "keys = [make(n) for n in (2048, 4096) if n > 1]\n",
                "for n@7 in seq(2048, 4096){}{if OTHER(n@7, 1){comprehension@7 = seq(make(n@7))}else{}}",
                "keys = comprehension@7");
    }

    @Test
    void methodsReachTheirObject() {
        becomes(
                """
                class A(B, metaclass=M):
                    SIZE = 2048
                    def __init__(this, bits: int = 1):
                        this.bits = bits
                        super().__init__(bits)
                    @property
                    def size(self): return self.bits
                    @staticmethod
                    def s(x): return x
                    @classmethod
                    def make(cls): return cls(cls.SIZE)
                    def nested(self):
                        def inner(self): return self.x
                        return lambda y: self.f(y)
                """,
                "type A(B) { field SIZE = 2048 field size = this.size.fget()"
                        + " def <init>(bits: int = 1){this.bits = bits; B(bits)}"
                        + " def size.fget(){return this.bits} def s(x){return x} def make(){return A(this.SIZE)}"
                        + " def nested(){def inner(self){return self.x}; return def (y){return this.f(y)}} }",
                "M");
    }

    @Test
    void enumerationsAndDataClasses() {
        becomes(
                """
                class Kind(str, Enum):
                    RSA = "rsa"
                    EC = ("ec", 256)
                    def label(self): return self.value
                @dataclass(frozen=True)
                class Config:
                    name: str
                    bits: int = field(default=2048, metadata=m())
                    sizes: list = field(default_factory=lambda: [1])
                    LIMIT = 3
                """,
                "type Kind(str, Enum) { enum RSA('rsa') enum EC('ec', 256) def label(){return this.value} }",
                "type Config() { field name: str field bits: int field sizes: list field LIMIT = 3"
                        + " def <init>(name: str, bits: int = 2048, sizes: list = seq(1))"
                        + "{this.name = name; this.bits = bits; this.sizes = sizes} }",
                "dataclass(frozen=true)",
                "m()");
    }

    @Test
    void decoratorsAreEvaluated() {
        becomes("""
                @app.route("/", key=make())
                async def f(): await g()
                """, "def f(){cast(g())}", "app.route('/', key=make())");
    }

    @Test
    void assignmentsOfAFunctionHideOuterNamesUnlessTheyAreGlobal() {
        becomes(
                """
                bits = 1024
                def f():
                    bits = 2048
                def g():
                    global bits
                    bits = 4096
                """,
                "def f(){var bits; bits = 2048}",
                "def g(){bits = 4096}",
                "var bits",
                "bits = 1024",
                "if other(){bits = 4096}else{}");
    }

    @Test
    void generatorsGoOnAfterTheyYield() {
        becomes(
                """
                def sizes():
                    yield 2048
                    yield from more()
                @contextmanager
                def key():
                    yield make()
                """,
                "def sizes(){if other(){return seq(2048)}else{}; other(); if other(){return more()}else{}; other()}",
                "def key(){if other(){return make()}else{}; other()}");
    }

    @Test
    void whatTheGrammarDoesNotFitLosesNoCallAround() {
        ProgramFile file = read("a()\nx = = rsa.generate(2048)\nclass Z:\n  y = \n  z = b()\nc(]\nd()\n");
        assertThat(file.diagnostics()).extracting(it -> it.code()).containsExactly(DiagnosticCode.PARTLY_PARSED);
        assertThat(Shown.of(file)).contains("a()", "rsa.generate(2048)", "b()", "d()");
    }

    @Test
    void python2() {
        becomes("""
                print >>f, make(10L)
                exec "code"
                def f(a, (b, c)): pass
                """, "def f(a, ){}", "other(other(f), make(10))", "other('code')");
    }
}
