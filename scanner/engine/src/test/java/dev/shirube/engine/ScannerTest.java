package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static dev.shirube.engine.Scans.RSA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryReader;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {

    @Test
    void resultsDependNeitherOnThreadsNorOnOrder() throws Exception {
        List<ScanInput> inputs = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String text = "RSA\nAES\n".repeat(random.nextInt(4)) + "x".repeat(random.nextInt(2_000));
            byte[] bytes = i % 10 == 0
                    ? new ZipWriter()
                            .deflated("a.txt", text)
                            .stored("b.go", text.getBytes(UTF_8))
                            .bytes()
                    : text.getBytes(UTF_8);
            inputs.add(new InMemoryInput("f" + i + (i % 3 == 0 ? ".py" : ".txt"), bytes));
        }
        FakeDetector failing = FakeDetector.doing("failing", (input, unit) -> {
            if (input.location().contains("7")) {
                throw new IllegalStateException();
            }
            return Detection.NOTHING;
        });
        List<Detector> detectors = List.of(RSA, FakeDetector.finding("aes", "AES"), failing);

        List<ScanResult> reference = scan(1, inputs, detectors);
        assertThat(Scans.places(reference)).hasSizeGreaterThan(300);
        for (int threads : new int[] {1, 2, 4, 9}) {
            Collections.shuffle(inputs, random);

            assertThat(scan(threads, inputs, detectors).equals(reference))
                    .as("%d threads", threads)
                    .isTrue();
        }
    }

    private static List<ScanResult> scan(int threads, List<ScanInput> inputs, List<Detector> detectors)
            throws Exception {
        ScanContext context = CONTEXT.withThreads(threads);
        return Scans.units(
                context,
                detectors,
                InMemoryUnit.of(inputs.toArray(ScanInput[]::new)).under(context));
    }

    @Test
    void everyInputComesToOneEndForEachDetectorThatAcceptsIt() throws Exception {
        List<ScanResult> results = scan(
                InMemoryUnit.of()
                        .with("a.txt", "RSA")
                        .with("b.txt", "none")
                        .with("c.bin", "RSA")
                        .with("d.tar.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0})
                        .with("e", "7z\u00bc")
                        .with("f.rar", "Rar!\u001a\u0007\u0000")
                        .with(broken("g.txt")),
                CONTEXT,
                RSA.onlyNamed(".txt"),
                FakeDetector.doing("any", (input, unit) -> Detection.NOTHING).onlyNamed(".txt"));

        assertThat(Scans.coverage(results))
                .containsExactly(
                        ". - NOT_READ 4",
                        ". any READ 2",
                        ". any FAILED 1",
                        ". fake READ 1",
                        ". fake NO_ANCHOR 1",
                        ". fake FAILED 1");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "archive-not-opened d.tar.gz [gzip]",
                        "archive-not-opened f.rar [RAR]",
                        "unreadable g.txt [IOException]");
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_ELSEWHERE,READ", "LOCKED,FAILED", "MALFORMED,FAILED"})
    void adviceAboutAnInputThatWasReadDoesNotMakeItUnread(DiagnosticCode code, String outcome) throws Exception {
        FakeDetector advising = FakeDetector.doing(
                "advising",
                (input, unit) -> Detection.of(
                        new Diagnostic(code, input.location(), Collections.nCopies(code.arguments(), "x"))));

        assertThat(Scans.coverage(scan(InMemoryUnit.of().with("a.txt", ""), CONTEXT, advising)))
                .containsExactly(". advising " + outcome + " 1");
    }

    @Test
    void sourceInALanguageThatNobodyUnderstandsIsCounted() throws Exception {
        Detector java = new Detector() {
            @Override
            public String id() {
                return "java";
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public Anchors anchors() {
                return Anchors.NONE;
            }

            @Override
            public Set<String> languages() {
                return Set.of("java");
            }

            @Override
            public boolean accepts(ScanInput input) {
                return input.name().endsWith(".java");
            }

            @Override
            public Detection detect(ScanInput input, ScanUnit unit) {
                return Detection.NOTHING;
            }
        };
        List<ScanResult> results = scan(
                InMemoryUnit.of()
                        .with("A.java", "")
                        .with("a.go", "RSA")
                        .with("b.GO", "")
                        .with("c.py", "")
                        .with("d.txt", ""),
                CONTEXT,
                RSA,
                java);

        assertThat(Scans.diagnostics(results))
                .containsExactly("language-not-read . [1, Python]", "language-not-read . [2, Go]");
        assertThat(Scans.places(results)).containsExactly("a.go:1#0");
    }

    @Test
    void whateverADetectorThrowsIsADiagnosticWithoutItsMessage() throws Exception {
        List<Supplier<? extends Throwable>> thrown = List.of(
                () -> new IllegalStateException("secret"),
                () -> new StackOverflowError("secret"),
                () -> new AssertionError("secret"),
                () -> new NoClassDefFoundError("secret"));
        for (Supplier<? extends Throwable> supplier : thrown) {
            String name = supplier.get().getClass().getName();
            FakeDetector detecting = FakeDetector.doing("bad", (input, unit) -> sneak(supplier.get()));
            FakeDetector accepting = new FakeDetector(
                    "bad", "1", Anchors.NONE, input -> sneak(supplier.get()), (input, unit) -> Detection.NOTHING);
            for (FakeDetector bad : List.of(detecting, accepting)) {
                List<ScanResult> results = scan(InMemoryUnit.of().with("a.txt", "RSA secret"), CONTEXT, bad, RSA);

                assertThat(Scans.diagnostics(results)).containsExactly("detector-failed a.txt [bad, " + name + "]");
                assertThat(Scans.places(results)).containsExactly("a.txt:1#0");
                assertThat(Scans.coverage(results)).containsExactly(". bad FAILED 1", ". fake READ 1");
            }
        }
    }

    @Test
    void memoryThatDoesNotSufficeIsABoundLikeAnyOther() throws Exception {
        FakeDetector greedy = FakeDetector.doing("greedy", (input, unit) -> sneak(new OutOfMemoryError("secret")));
        List<ScanResult> results = scan(InMemoryUnit.of().with("a.txt", "RSA"), CONTEXT, greedy, RSA);

        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "limit-reached a.txt [heap=" + Runtime.getRuntime().maxMemory() + ", detector greedy]");
        assertThat(Scans.places(results)).containsExactly("a.txt:1#0");
        assertThat(Scans.coverage(results)).containsExactly(". fake READ 1", ". greedy FAILED 1");
    }

    @Test
    void aDetectorThatAnswersNothingAtAllHasFailed() throws Exception {
        assertThat(Scans.diagnostics(scan(
                        InMemoryUnit.of().with("a.txt", ""),
                        CONTEXT,
                        FakeDetector.doing("bad", (input, unit) -> null))))
                .containsExactly("detector-failed a.txt [bad, java.lang.NullPointerException]");
    }

    @Test
    void aNeighbourThatCannotBeReadIsNotTheDetectorsFault() throws Exception {
        FakeDetector reading = FakeDetector.doing("reading", (input, unit) -> {
            throw new UncheckedIOException(new LimitException("x=1", "2"));
        });

        assertThat(Scans.diagnostics(scan(InMemoryUnit.of().with("a.txt", ""), CONTEXT, reading)))
                .containsExactly("limit-reached a.txt [x=1, 2]");
    }

    @Test
    void otherErrorsEndTheScan() {
        for (int threads : new int[] {1, 3}) {
            FakeDetector bad = FakeDetector.doing("bad", (input, unit) -> sneak(new InternalError("broken machine")));

            assertThatThrownBy(() -> scan(InMemoryUnit.of().with("a.txt", ""), CONTEXT.withThreads(threads), bad))
                    .isInstanceOf(InternalError.class);
        }
    }

    @Test
    void moreDetectorsThanBitsInAWordAreToldApart() throws Exception {
        Detector[] detectors = new Detector[150];
        for (int i = 0; i < detectors.length; i++) {
            detectors[i] = FakeDetector.finding("d" + i, "<" + i + ">");
        }
        List<ScanResult> results = scan(InMemoryUnit.of().with("a", "<3><70><149>"), CONTEXT, detectors);

        assertThat(results.get(0).findings())
                .extracting(it -> it.evidence().detector())
                .containsExactlyInAnyOrder("d3", "d70", "d149");
        assertThat(Scans.coverage(results))
                .contains(". d3 READ 1", ". d70 READ 1", ". d149 READ 1", ". d71 NO_ANCHOR 1");
    }

    @Test
    void excludedInputsAreCountedAndIncludedOnesAreFoundInArchives() throws Exception {
        InMemoryUnit unit = InMemoryUnit.of()
                .with("a.txt", "RSA")
                .with("test/b.txt", "RSA")
                .with(
                        "x.jar",
                        new ZipWriter()
                                .deflated("c.txt", "RSA")
                                .deflated("d.md", "RSA")
                                .bytes())
                .with("test/y.jar", new ZipWriter().deflated("c.txt", "RSA").bytes())
                .with("z.md", "RSA");
        PathFilter filter = new PathFilter(List.of("**/*.txt"), List.of("**/test/**"));

        List<ScanResult> results = scan(unit, CONTEXT.withFilter(filter), RSA);

        assertThat(Scans.places(results)).containsExactly("a.txt:1#0", "x.jar!/c.txt:1#0");
        assertThat(Scans.coverage(results))
                .containsExactly(
                        ". - EXCLUDED 3",
                        ". fake READ 1",
                        "x.jar - EXCLUDED 1",
                        "x.jar archive READ 1",
                        "x.jar fake READ 1");
    }

    @Test
    void aStoppedScanKeepsWholeUnitsAndGoesOnWhereItStopped() throws Exception {
        InMemoryUnit unit = InMemoryUnit.of()
                .with("a.txt", "RSA")
                .with(
                        "x.jar",
                        new ZipWriter()
                                .deflated("1.txt", "RSA")
                                .deflated("2.txt", "RSA")
                                .bytes())
                .with("y.jar", new ZipWriter().deflated("3.txt", "RSA").bytes());
        for (int threads : new int[] {1, 2}) {
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger looks = new AtomicInteger();
            FakeDetector counting = FakeDetector.doing("counting", (input, at) -> {
                looks.incrementAndGet();
                stop.compareAndSet(false, input.location().equals("x.jar!/1.txt"));
                return Detection.NOTHING;
            });
            ScanContext stopping = new ScanContext(
                    CONTEXT.asOf(),
                    Limits.STANDARD,
                    threads,
                    PathFilter.ALL,
                    Passwords.NONE,
                    ScanListener.SILENT,
                    stop);
            ResultSink.InMemory sink = new ResultSink.InMemory();
            ScanJournal journal = new ScanJournal.InMemory();
            Scanner scanner = new Scanner(List.of(InMemoryReader.of(unit)), List.of(counting, RSA));
            DirectoryTarget target = new DirectoryTarget(Path.of("memory"));

            scanner.scan(target, stopping, sink, journal);
            assertThat(sink.results()).extracting(ScanResult::unit).containsExactly(".");
            int before = looks.get();
            scanner.scan(target, CONTEXT.withThreads(threads), sink, journal);

            assertThat(sink.results()).extracting(ScanResult::unit).containsExactly(".", "x.jar", "y.jar");
            assertThat(Scans.places(sink.results()))
                    .containsExactly("a.txt:1#0", "x.jar!/1.txt:1#0", "x.jar!/2.txt:1#0", "y.jar!/3.txt:1#0");
            assertThat(looks.get() - before).as("a.txt is not looked at again").isEqualTo(3);
        }
    }

    @Test
    void theListenerIsToldHowFarTheScanIs() throws Exception {
        AtomicLong found = new AtomicLong();
        AtomicLong done = new AtomicLong();
        List<String> units = Collections.synchronizedList(new ArrayList<>());
        ScanListener listener = new ScanListener() {
            @Override
            public void unitStarted(String unit) {
                units.add("+" + unit);
            }

            @Override
            public void inputsFound(long inputs, long bytes) {
                found.addAndGet(inputs * 1_000_000 + bytes);
            }

            @Override
            public void inputsDone(long inputs, long bytes) {
                done.addAndGet(inputs * 1_000_000 + bytes);
            }

            @Override
            public void unitFinished(String unit, int findings, int diagnostics) {
                units.add("-" + unit + " " + findings + " " + diagnostics);
            }
        };

        scan(
                InMemoryUnit.of().with("a", "RSA").with("b.go", "0123456789"),
                CONTEXT.withListener(listener).withThreads(3),
                RSA);

        assertThat(found.get()).isEqualTo(2_000_013);
        assertThat(done.get()).isEqualTo(2_000_013);
        assertThat(units).containsExactly("+.", "-. 1 1");
    }

    @Test
    void anIndexIsComputedOnceForAllDetectorsAndThreads() throws Exception {
        AtomicInteger computed = new AtomicInteger();
        UnitIndex<Integer> sizes = unit -> {
            computed.incrementAndGet();
            AtomicInteger sum = new AtomicInteger();
            try {
                unit.forEach(it -> sum.addAndGet((int) it.size()), it -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return sum.get();
        };
        UnitIndex<Integer> twice = unit -> 2 * unit.index(sizes);
        FakeDetector indexing = FakeDetector.doing(
                "indexing",
                (input, unit) -> Detection.of(
                        Diagnostic.of(DiagnosticCode.UNREADABLE, input.location(), "" + unit.index(twice))));
        byte[] zip = new ZipWriter().deflated("a", "123").deflated("b", "4567").bytes();

        List<ScanResult> results = scan(InMemoryUnit.of().with("x.zip", zip), CONTEXT.withThreads(4), indexing);

        assertThat(Scans.diagnostics(results)).containsExactly("unreadable x.zip!/a [14]", "unreadable x.zip!/b [14]");
        assertThat(computed).hasValue(1);
    }

    @Test
    void aTargetThatNobodyReadsIsNamed() {
        assertThatThrownBy(() -> new Scanner(List.of(), List.of())
                        .scan(new DirectoryTarget(Path.of("somewhere")), CONTEXT, it -> {}))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("somewhere");
    }

    private static List<ScanResult> scan(InMemoryUnit unit, ScanContext context, Detector... detectors)
            throws Exception {
        return Scans.units(context, List.of(detectors), unit.under(context));
    }

    private static ScanInput broken(String location) {
        return new ScanInput() {
            @Override
            public String location() {
                return location;
            }

            @Override
            public long size() {
                return 5;
            }

            @Override
            public byte[] bytes() throws IOException {
                throw new IOException("/home/somebody/secret");
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
