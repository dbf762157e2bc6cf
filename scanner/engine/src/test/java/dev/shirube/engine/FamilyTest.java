package dev.shirube.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryReader;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.engine.testing.ZipWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the archives of a family tell of each other's findings. */
class FamilyTest {

    private static final DirectoryTarget TARGET = new DirectoryTarget(Path.of("memory"));

    private static InMemoryUnit unit() {
        byte[] deep = new ZipWriter()
                .deflated("own.mark", "")
                .deflated("d.txt", "RSA")
                .bytes();
        byte[] inner = new ZipWriter()
                .deflated("i.txt", "RSA")
                .stored("deep.jar", deep)
                .bytes();
        return InMemoryUnit.of()
                .with("a.txt", "RSA")
                .with(
                        "app.jar",
                        new ZipWriter()
                                .deflated("o.txt", "RSA")
                                .stored("inner.jar", inner)
                                .bytes())
                .with("other.jar", new ZipWriter().deflated("x.txt", "RSA").bytes());
    }

    /** Findings of a family are own code if any of its archives holds a mark. */
    private static class Marks implements FamilyIndex<Set<String>> {
        @Override
        public Gatherer<Set<String>> begin() {
            Set<String> names = new ConcurrentSkipListSet<>();
            return new Gatherer<>() {
                @Override
                public boolean wants(ScanInput input) {
                    return true;
                }

                @Override
                public boolean add(ScanInput input) {
                    return names.add(input.name());
                }

                @Override
                public void missing(ScanInput input) {}

                @Override
                public Set<String> result(boolean all) {
                    return new TreeSet<>(names);
                }
            };
        }

        @Override
        public long weight(Set<String> value) {
            return value.size();
        }

        @Override
        public FamilyView view(ArchiveFamily<Set<String>> family) {
            boolean marked = family.archives().values().stream().anyMatch(it -> it.contains("own.mark"));
            return new FamilyView() {
                @Override
                public Occurrence tell(String archive, Occurrence occurrence) {
                    return marked ? occurrence.withReach(CodeOwner.OWN, Reach.REACHED) : occurrence;
                }

                @Override
                public List<Diagnostic> diagnostics() {
                    return List.of();
                }
            };
        }
    }

    /** A detector that declares that index and otherwise does what the other one does. */
    private record Declaring(Detector detector, FamilyIndex<?> index) implements Detector {
        @Override
        public String id() {
            return detector.id();
        }

        @Override
        public String version() {
            return detector.version();
        }

        @Override
        public Anchors anchors() {
            return detector.anchors();
        }

        @Override
        public List<GatheredIndex<?>> gathers() {
            return List.of(index);
        }

        @Override
        public boolean accepts(ScanInput input) {
            return detector.accepts(input);
        }

        @Override
        public Detection detect(ScanInput input, ScanUnit unit) {
            return detector.detect(input, unit);
        }
    }

    private static Scanner scanner(FamilyIndex<?> index, Detector... more) {
        List<Detector> detectors = new ArrayList<>(List.of(new Declaring(Scans.RSA, index)));
        detectors.addAll(List.of(more));
        return new Scanner(List.of(InMemoryReader.of(unit())), detectors);
    }

    private static List<String> owners(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> it.occurrence().location() + " "
                        + it.occurrence().owner().id())
                .toList();
    }

    private static List<String> diagnostics(List<ScanResult> results) {
        return Scans.diagnostics(results);
    }

    @Test
    void theLastArchiveOfAFamilyTellsOfTheFirst() throws Exception {
        for (int threads : new int[] {1, 3}) {
            ResultSink.InMemory sink = new ResultSink.InMemory();
            scanner(new Marks()).scan(TARGET, Scans.CONTEXT.withThreads(threads), sink);
            assertThat(owners(sink.results()))
                    .containsExactly(
                            "a.txt unknown",
                            "app.jar!/o.txt own",
                            "app.jar!/inner.jar!/i.txt own",
                            "app.jar!/inner.jar!/deep.jar!/d.txt own",
                            "other.jar!/x.txt unknown");
        }
    }

    @Test
    void theOutermostArchiveIsHandedOverLast() throws Exception {
        List<String> units = new ArrayList<>();
        scanner(new Marks()).scan(TARGET, Scans.CONTEXT, result -> units.add(result.unit()));
        assertThat(units)
                .containsExactly(".", "app.jar!/inner.jar", "app.jar!/inner.jar!/deep.jar", "app.jar", "other.jar");
    }

    @Test
    void aFamilyThatWasNotWholeIsLookedAtAgainAndNothingIsHandedOverTwice() throws Exception {
        ResultSink.InMemory whole = new ResultSink.InMemory();
        scanner(new Marks()).scan(TARGET, Scans.CONTEXT, whole);

        AtomicBoolean stop = new AtomicBoolean();
        Detector stopping = FakeDetector.doing("stopping", (input, at) -> {
            stop.compareAndSet(false, input.name().equals("d.txt"));
            return Detection.NOTHING;
        });
        ScanContext context = new ScanContext(
                Scans.CONTEXT.asOf(), Limits.STANDARD, 1, PathFilter.ALL, Passwords.NONE, ScanListener.SILENT, stop);
        ScanJournal journal = new ScanJournal.InMemory();
        List<ScanResult> handed = new ArrayList<>();
        scanner(new Marks(), stopping).scan(TARGET, context, handed::add, journal);
        assertThat(handed).extracting(ScanResult::unit).containsExactly(".");

        journal.finish("app.jar!/inner.jar"); // as if the process had died while the family was handed over
        scanner(new Marks()).scan(TARGET, Scans.CONTEXT, handed::add, journal);
        assertThat(handed)
                .extracting(ScanResult::unit)
                .containsExactly(".", "app.jar!/inner.jar!/deep.jar", "app.jar", "other.jar");
        assertThat(owners(handed)).contains("app.jar!/o.txt own", "app.jar!/inner.jar!/deep.jar!/d.txt own");

        scanner(new Marks()).scan(TARGET, Scans.CONTEXT, handed::add, journal);
        assertThat(handed).hasSize(4);
        assertThat(owners(whole.results())).containsAll(owners(handed));
    }

    @Test
    void aViewThatFailsIsAFaultOfItsDetectorAndTakesNothingAway() throws Exception {
        FamilyIndex<?> failing = new Marks() {
            @Override
            public FamilyView view(ArchiveFamily<Set<String>> family) {
                throw new IllegalStateException("secret");
            }
        };
        ResultSink.InMemory sink = new ResultSink.InMemory();
        scanner(failing).scan(TARGET, Scans.CONTEXT, sink);
        assertThat(owners(sink.results())).hasSize(5).allMatch(it -> it.endsWith(" unknown"));
        assertThat(diagnostics(sink.results()))
                .containsExactly(
                        "detector-failed app.jar [fake, java.lang.IllegalStateException]",
                        "detector-failed other.jar [fake, java.lang.IllegalStateException]");
    }

    @Test
    void whatWouldHoldTooMuchMemoryIsNotLookedAtAndSaysSo() throws Exception {
        FamilyIndex<?> heavy = new Marks() {
            @Override
            public long weight(Set<String> value) {
                return value.contains("own.mark") ? 1L << 40 : 1;
            }
        };
        ResultSink.InMemory sink = new ResultSink.InMemory();
        scanner(heavy).scan(TARGET, Scans.CONTEXT, sink);
        assertThat(owners(sink.results())).hasSize(5).allMatch(it -> it.endsWith(" unknown"));
        assertThat(diagnostics(sink.results()))
                .containsExactly("limit-reached app.jar [family-index-bytes=268435456, all archives in it]");
    }
}
