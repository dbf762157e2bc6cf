package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second scan looks only at what has changed, and says what a first one would say. */
class ScanCacheTest {
    /**
     * Reads a little language: {@code get FILE} is a finding with the first line of that file, or with {@code absent};
     * {@code callers NAME} one at each file that mentions the name; {@code further NAME} one at each file that mentions
     * {@code thenNAME}, asked for only once the name is known; {@code all} one with the number of files.
     */
    private final FakeDetector detector =
            FakeDetector.doing("fake", this::detect).onlyNamed(".src");

    private final Set<String> shown = new ConcurrentSkipListSet<>();
    private final ScanCache.InMemory cache = new ScanCache.InMemory();

    @TempDir
    Path root;

    private long clock = 1_700_000_000_000L;

    private Detection detect(ScanInput input, ScanUnit unit) {
        shown.add(input.location());
        try {
            return read(input, unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final UnitIndex<Integer> FILES = unit -> {
        List<String> locations = new ArrayList<>();
        try {
            unit.forEach(it -> locations.add(it.location()), it -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return locations.size();
    };

    private static Detection read(ScanInput input, ScanUnit unit) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Set<String> awaited = new TreeSet<>();
        for (String line : new String(input.bytes(), UTF_8).lines().toList()) {
            String[] words = line.split(" ");
            if (words[0].equals("get")) {
                Optional<ScanInput> other = unit.input(words[1]);
                String value = other.isEmpty()
                        ? "absent"
                        : new String(other.get().bytes(), UTF_8)
                                .lines()
                                .findFirst()
                                .orElse("");
                findings.add(FakeDetector.rsaAt("fake", input.location(), 1, value));
            } else if (words[0].equals("callers") || words[0].equals("further")) {
                Optional<Mentions> mentions = mentions(words[1], unit, awaited);
                if (words[0].equals("further") && mentions.isPresent()) {
                    mentions = mentions("then" + words[1], unit, awaited);
                }
                for (String at : mentions.map(Mentions::locations).orElse(List.of())) {
                    findings.add(FakeDetector.rsaAt(
                            "fake", at, 1, words[1] + mentions.get().more()));
                }
            } else if (words[0].equals("all")) {
                findings.add(FakeDetector.rsaAt("fake", input.location(), 1, "files" + unit.index(FILES)));
            } else if (words[0].equals("fail")) {
                throw new IllegalStateException();
            }
        }
        return awaited.isEmpty() || !unit.mayAwait() ? Detection.of(findings) : Detection.postponed(awaited);
    }

    private static Optional<Mentions> mentions(String word, ScanUnit unit, Set<String> awaited) {
        Optional<Mentions> mentions = unit.mentions(word);
        if (mentions.isEmpty()) {
            awaited.add(word);
        }
        return mentions;
    }

    @BeforeEach
    void tree() throws IOException {
        write("Names.src", "RSA");
        write("Uses.src", "get Names.src");
        write("Else.src", "get Missing.src");
        write("Wrap.src", "callers wrap");
        write("Call.src", "x = wrap ( y )");
        write("Plain.src", "nothing");
        write("picture.png", "nobody reads it");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(++clock)); // two changes may come sooner than clocks tick
    }

    private List<ScanResult> scan(int threads, ScanCache from, Detector... more) throws Exception {
        List<Detector> detectors = new ArrayList<>(List.of(detector));
        detectors.addAll(List.of(more));
        ResultSink.InMemory sink = new ResultSink.InMemory();
        shown.clear();
        new Scanner(List.of(new DirectoryReader()), detectors)
                .scan(new DirectoryTarget(root), CONTEXT.withThreads(threads), sink, new ScanJournal.InMemory(), from);
        return sink.results();
    }

    /** Scans with the cache, and compares with a scan without one; tells what was looked at with it. */
    private Set<String> rescan(Detector... more) throws Exception {
        return rescan(cache, more);
    }

    private Set<String> rescan(ScanCache from, Detector... more) throws Exception {
        List<ScanResult> cached = scan(1 + shown.size() % 2 * 3, from, more);
        Set<String> looked = Set.copyOf(shown);
        assertThat(cached).isEqualTo(scan(1, ScanCache.NONE, more));
        return looked;
    }

    @Test
    void nothingIsLookedAtTwice() throws Exception {
        assertThat(rescan()).hasSize(6);
        assertThat(rescan()).isEmpty();
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aChangedConstantConcernsThoseWhoAskedForIt() throws Exception {
        rescan();
        write("Names.src", "DSA-1");
        assertThat(rescan()).containsExactlyInAnyOrder("Names.src", "Uses.src");
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aNewFileConcernsThoseWhoMissedIt() throws Exception {
        rescan();
        write("Missing.src", "here");
        assertThat(rescan()).containsExactlyInAnyOrder("Missing.src", "Else.src");
        Files.delete(root.resolve("Missing.src"));
        assertThat(rescan()).containsExactly("Else.src");
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aVanishedFileConcernsThoseWhoRead() throws Exception {
        rescan();
        Files.delete(root.resolve("Names.src"));
        assertThat(rescan()).containsExactly("Uses.src");
        Files.delete(root.resolve("picture.png"));
        assertThat(rescan()).isEmpty();
    }

    @Test
    void whoMentionsAWordConcernsThoseWhoAskedForIt() throws Exception {
        rescan();
        write("Second.src", "wrap");
        assertThat(rescan()).containsExactlyInAnyOrder("Second.src", "Wrap.src");
        write("Call.src", "wrapped no more");
        assertThat(rescan()).containsExactlyInAnyOrder("Call.src", "Wrap.src");
        Files.delete(root.resolve("Second.src"));
        assertThat(rescan()).containsExactly("Wrap.src");
        write("Plain.src", "callers nothing wrap");
        assertThat(rescan()).containsExactlyInAnyOrder("Plain.src", "Wrap.src");
        write("Names.src", "nothing");
        assertThat(rescan()).containsExactlyInAnyOrder("Names.src", "Uses.src", "Plain.src");
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aWordThatNeedNotBeAwaitedConcernsThoseWhoAskedForItAsWell() throws Exception {
        write("Far.src", "further wrap");
        rescan();
        write("Plain.src", "thenwrap");
        assertThat(rescan()).containsExactlyInAnyOrder("Plain.src", "Far.src");
        assertThat(rescan()).isEmpty();
    }

    @Test
    void aWordThatIsTooCommonIsStillRight() throws Exception {
        for (int i = 0; i < Mentions.MOST_LOCATIONS + 3; i++) {
            write("m" + (100 + i) + ".src", "wrap");
        }
        rescan();
        write("zz.src", "wrap");
        assertThat(rescan()).contains("zz.src");
        Files.delete(root.resolve("m110.src"));
        assertThat(rescan()).containsExactly("Wrap.src");
        for (int i = 0; i < 6; i++) {
            Files.delete(root.resolve("m" + (160 + i) + ".src"));
            assertThat(rescan()).doesNotContain("Uses.src");
        }
    }

    @Test
    void aTouchedFileIsReadAndNotLookedAt() throws Exception {
        rescan();
        Files.setLastModifiedTime(root.resolve("Names.src"), FileTime.fromMillis(1_000_000));
        assertThat(rescan()).isEmpty();
    }

    @Test
    void whoKeepsTheTimeIsFoundByReadingAll() throws Exception {
        rescan();
        FileTime time = Files.getLastModifiedTime(root.resolve("Names.src"));
        write("Names.src", "DSA");
        Files.setLastModifiedTime(root.resolve("Names.src"), time);
        scan(1, cache);
        assertThat(shown).isEmpty();
        assertThat(rescan(cache.rehashing())).containsExactlyInAnyOrder("Names.src", "Uses.src");
        rescan(cache.rehashing());
    }

    @Test
    void whatMayHaveBeenWrittenToMeanwhileIsRead() throws Exception {
        FileTime time = Files.getLastModifiedTime(root.resolve("Names.src"));
        ScanCache sameMoment = new At(cache, time.toMillis());
        rescan(sameMoment);
        write("Names.src", "DSA");
        Files.setLastModifiedTime(root.resolve("Names.src"), time);
        assertThat(rescan(sameMoment)).containsExactlyInAnyOrder("Names.src", "Uses.src");
    }

    /** The same cache at a certain time. */
    private record At(ScanCache cache, long moment) implements ScanCache {
        @Override
        public Optional<UnitRecord> unit(String key) {
            return cache.unit(key);
        }

        @Override
        public void keep(String key, UnitRecord unit) {
            cache.keep(key, unit);
        }

        @Override
        public Optional<List<ScanResult>> archive(String key) {
            return cache.archive(key);
        }

        @Override
        public void keep(String key, List<ScanResult> archive) {
            cache.keep(key, archive);
        }
    }

    @Test
    void whatFailedIsLookedAtAgainAlone() throws Exception {
        write("Bad.src", "fail");
        rescan();
        assertThat(rescan()).containsExactly("Bad.src");
    }

    @Test
    void whatRestsOnTheWholeUnitIsLookedAtWithTheWholeUnit() throws Exception {
        write("All.src", "all");
        rescan();
        assertThat(rescan()).isEmpty();
        write("new.png", "");
        assertThat(rescan()).hasSize(7);
        Files.delete(root.resolve("All.src"));
        assertThat(rescan()).hasSize(6);
        assertThat(rescan()).isEmpty();
        write("All.src", "all");
        assertThat(rescan()).hasSize(7);
    }

    @Test
    void otherDetectorsFiltersAndLimitsFindNothing() throws Exception {
        rescan();
        assertThat(rescan(FakeDetector.finding("other", "DSA"))).hasSize(6);
        assertThat(rescan(FakeDetector.finding("other", "DSA"))).isEmpty();
        ResultSink.InMemory sink = new ResultSink.InMemory();
        shown.clear();
        PathFilter filter = new PathFilter(List.of(), List.of("Uses.*"));
        new Scanner(List.of(new DirectoryReader()), List.of(detector))
                .scan(new DirectoryTarget(root), CONTEXT.withFilter(filter), sink, new ScanJournal.InMemory(), cache);
        assertThat(shown).hasSize(5);
    }

    @Test
    void anArchiveIsKnownByItsBytes() throws Exception {
        byte[] inner = new ZipWriter().deflated("deep.src", "get x").bytes();
        byte[] zip = new ZipWriter()
                .deflated("in.src", "get y")
                .stored("inner.zip", inner)
                .bytes();
        Files.write(root.resolve("a.zip"), zip);
        assertThat(rescan()).contains("a.zip!/in.src", "a.zip!/inner.zip!/deep.src");
        assertThat(rescan()).isEmpty();
        Files.write(root.resolve("b.zip"), zip);
        assertThat(rescan()).containsExactlyInAnyOrder("b.zip!/in.src", "b.zip!/inner.zip!/deep.src");
        Files.write(
                root.resolve("a.zip"),
                new ZipWriter().deflated("in.src", "get z").bytes());
        assertThat(rescan(cache.rehashing())).containsExactly("a.zip!/in.src");
        Files.delete(root.resolve("b.zip"));
        assertThat(rescan()).contains("a.zip!/in.src"); // the copy of the cache knew it
        assertThat(rescan()).isEmpty();
    }

    @Test
    void whateverChangesTheCacheSaysWhatAFirstScanSays() throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < 150; round++) {
            for (int change = random.nextInt(4); change >= 0; change--) {
                String name = "r" + random.nextInt(20) + (random.nextInt(8) == 0 ? ".txt" : ".src");
                if (random.nextInt(4) == 0) {
                    Files.deleteIfExists(root.resolve(name));
                } else {
                    write(
                            name,
                            random.ints(random.nextInt(4), 0, 30)
                                    .mapToObj(it -> switch (it % 5) {
                                        case 0 -> "get r" + it + ".src";
                                        case 1 -> "get r" + it + ".txt";
                                        case 2 -> (it % 2 == 0 ? "callers name" : "further name") + it / 3;
                                        case 3 -> it == 28 ? "all" : "fail to " + it;
                                        default -> (it % 2 == 0 ? "name" : "thenname") + it / 3;
                                    })
                                    .map(it -> it.startsWith("fail") ? "name1" : it)
                                    .collect(Collectors.joining("\n")));
                }
            }
            rescan(random.nextInt(5) == 0 ? cache.rehashing() : cache);
        }
    }
}
