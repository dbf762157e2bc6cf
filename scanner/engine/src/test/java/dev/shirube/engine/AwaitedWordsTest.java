package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Inputs that are put off until the unit was searched for words. */
class AwaitedWordsTest {

    /** Finds, at each input that mentions the name of a {@code def}, a use of it. */
    private static final FakeDetector USES = FakeDetector.doing("uses", (input, unit) -> {
        List<String> names = text(input)
                .lines()
                .filter(it -> it.startsWith("def "))
                .map(it -> it.substring(4))
                .toList();
        Set<String> unknown =
                names.stream().filter(it -> unit.mentions(it).isEmpty()).collect(Collectors.toUnmodifiableSet());
        if (!unknown.isEmpty() && unit.mayAwait()) {
            return Detection.postponed(unknown);
        }
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            for (String location : unit.mentions(name).orElseThrow().locations()) {
                findings.add(FakeDetector.rsaAt("uses", location, 1, name));
            }
        }
        return Detection.of(findings);
    });

    private static String text(ScanInput input) {
        try {
            return new String(input.bytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScanResult> scan(InMemoryUnit unit, ScanContext context, Detector... detectors)
            throws Exception {
        return Scans.units(context, List.of(detectors), unit.under(context));
    }

    private static List<String> uses(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.findings().stream())
                .map(it -> it.occurrence().symbol() + " " + it.occurrence().location())
                .toList();
    }

    @Test
    void aWordIsFoundAsAWholeInWhateverOrderInputsCome() throws Exception {
        byte[] zip = new ZipWriter().deflated("inside.txt", "wrap").bytes();
        InMemoryUnit unit = InMemoryUnit.of()
                .with("z.txt", "(wrap)")
                .with("a.def", "def wrap")
                .with("b.txt", "wrapper unwrap wrap_ $wrap \u00e9wrap wrap1")
                .with("c.zip", zip)
                .with("d.txt", ("\ufeffcall wrap").getBytes(java.nio.charset.StandardCharsets.UTF_16BE))
                .with("e.txt", "wrap");

        assertThat(uses(scan(unit, CONTEXT, USES)))
                .containsExactly("wrap a.def", "wrap d.txt", "wrap e.txt", "wrap z.txt");
    }

    @Test
    void ofAnArchiveTheNamesOfItsEntriesAreSearched() throws Exception {
        InMemoryUnit unit = InMemoryUnit.of()
                .with("a.def", "def wrap")
                .with("b.zip", new ZipWriter().deflated("com/wrap.class", "x").bytes())
                .with(
                        "c.zip",
                        new ZipWriter().deflated("com/A$wrap$B.class", "x").bytes())
                .with("d.zip", new ZipWriter().deflated("unwrap.txt", "wrap").bytes())
                .with(
                        "e.zip",
                        new ZipWriter()
                                .stored("inside.txt", "wrap".getBytes(UTF_8))
                                .bytes());

        assertThat(uses(scan(unit, CONTEXT, USES))).containsExactly("wrap a.def", "wrap b.zip", "wrap c.zip");
    }

    @Test
    void resultsDependNeitherOnThreadsNorOnOrder() throws Exception {
        List<ScanInput> inputs = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(i % 4 == 0 ? "def name" + i + "\n" : "");
            for (int word = 0; word < 60; word++) {
                text.append("name")
                        .append(4 * (random.nextInt(random.nextInt(100) + 1)))
                        .append('\n');
            }
            inputs.add(InMemoryInput.of("f" + i, text.toString()));
        }
        List<ScanResult> reference = List.of();
        for (int threads : new int[] {1, 2, 4}) {
            Collections.shuffle(inputs, random);
            List<ScanResult> results =
                    scan(InMemoryUnit.of(inputs.toArray(ScanInput[]::new)), CONTEXT.withThreads(threads), USES);
            reference = reference.isEmpty() ? results : reference;
            assertThat(results).isEqualTo(reference);
        }
        List<String> common =
                uses(reference).stream().filter(it -> it.startsWith("name0 ")).toList();
        assertThat(common).hasSize(Mentions.MOST_LOCATIONS).isSorted();
        String last = common.get(common.size() - 1).substring("name0 ".length());
        List<String> holding = inputs.stream()
                .filter(it -> text(it).lines().anyMatch(line -> line.endsWith("name0")))
                .map(ScanInput::location)
                .filter(it -> it.compareTo(last) <= 0)
                .toList();
        assertThat(holding).hasSize(Mentions.MOST_LOCATIONS);
    }

    @Test
    void aWordThatIsTooCommonSaysSo() throws Exception {
        for (int files : new int[] {Mentions.MOST_LOCATIONS, Mentions.MOST_LOCATIONS + 1}) {
            List<Mentions> seen = new ArrayList<>();
            FakeDetector asking = FakeDetector.doing("asking", (input, unit) -> {
                Optional<Mentions> mentions = unit.mentions("word");
                mentions.ifPresent(seen::add);
                return mentions.isEmpty() ? Detection.postponed(Set.of("word")) : Detection.NOTHING;
            });
            InMemoryUnit unit = InMemoryUnit.of();
            for (int i = 0; i < files; i++) {
                unit = unit.with("f" + i, "word");
            }

            scan(unit, CONTEXT, asking);
            assertThat(seen).hasSize(files).allMatch(it -> it.locations().size() == Mentions.MOST_LOCATIONS);
            assertThat(seen).allMatch(it -> it.more() == files > Mentions.MOST_LOCATIONS);
            assertThat(unit.mentions("word")).contains(seen.get(0)); // without an engine
        }
    }

    /** Asks for one more word each time that it is shown, and then makes a finding at its own line of that number. */
    private static FakeDetector insisting(AtomicInteger shown) {
        return FakeDetector.doing("insisting", (input, unit) -> {
            int time = shown.incrementAndGet();
            return unit.mayAwait()
                    ? Detection.postponed(Set.of("word" + time))
                    : Detection.of(List.of(FakeDetector.rsaAt("insisting", input.location(), time, "x")));
        });
    }

    @Test
    void wordsAreAwaitedFourTimesAtMost() throws Exception {
        AtomicInteger shown = new AtomicInteger();
        List<ScanResult> results = scan(InMemoryUnit.of().with("a", "word1 word2"), CONTEXT, insisting(shown));
        assertThat(Scans.places(results)).containsExactly("a:5#0");
        assertThat(Scans.coverage(results)).containsExactly(". insisting READ 1");
    }

    @Test
    void whoeverGivesNoAnswerInTheEndHasFailed() throws Exception {
        FakeDetector never = FakeDetector.doing(
                "never", (input, unit) -> Detection.postponed(Set.of("word" + System.identityHashCode(unit))));
        FakeDetector same = FakeDetector.doing("same", (input, unit) -> Detection.postponed(Set.of("same")));
        FakeDetector none = FakeDetector.doing("none", (input, unit) -> Detection.postponed());
        List<ScanResult> results = scan(InMemoryUnit.of().with("a", ""), CONTEXT, never, same, none);
        assertThat(Scans.coverage(results)).containsExactly(". never FAILED 1", ". none FAILED 1", ". same FAILED 1");
    }

    /** A unit of which no index of all words is made. */
    private static InMemoryUnit large() {
        return InMemoryUnit.of().with("large", new byte[(int) WordIndex.MOST_BYTES + 1]);
    }

    /** Follows names from file to file: {@code a} to the file that says {@code def a}, and what that names in turn. */
    private static FakeDetector following(AtomicInteger shown) {
        return FakeDetector.doing("following", (input, unit) -> {
            if (!input.name().endsWith(".start")) {
                return Detection.NOTHING;
            }
            shown.incrementAndGet();
            String name = text(input);
            List<Finding> findings = new ArrayList<>();
            while (true) {
                Optional<Mentions> mentions = unit.mentions(name);
                if (mentions.isEmpty()) {
                    return Detection.postponed(Set.of(name));
                }
                Optional<String> next = mentions.get().locations().stream()
                        .filter(it -> it.endsWith(".def"))
                        .findFirst();
                if (next.isEmpty()) {
                    return Detection.of(findings);
                }
                findings.add(FakeDetector.rsaAt("following", input.location(), findings.size() + 1, name));
                name = next.get().substring(0, next.get().indexOf('.'));
            }
        });
    }

    @Test
    void ofASmallUnitEveryWordIsKnownOnceOneWasAwaited() throws Exception {
        InMemoryUnit files = InMemoryUnit.of()
                .with("it.start", "one")
                .with("two.def", "one")
                .with("three.def", "two")
                .with("four.def", "three");
        AtomicInteger shown = new AtomicInteger();
        List<ScanResult> small = scan(files, CONTEXT, following(shown));
        assertThat(Scans.places(small)).containsExactly("it.start:1#0", "it.start:2#0", "it.start:3#0");
        assertThat(shown).hasValue(2);

        shown.set(0);
        FakeDetector everywhere = following(shown);
        InMemoryUnit large = files.with("large", new byte[(int) WordIndex.MOST_BYTES + 1]);
        assertThat(Scans.places(scan(large, CONTEXT, everywhere))).isEqualTo(Scans.places(small));
        assertThat(shown).hasValue(5);
    }

    @Test
    void moreWordsThanCanBeSearchedAreToldAndTheFirstInOrderAreSearched() throws Exception {
        Set<String> words = IntStream.rangeClosed(0, AwaitedWords.MOST_WORDS)
                .mapToObj(it -> "word" + (100_000 + it))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Boolean> known = new ArrayList<>();
        FakeDetector greedy = FakeDetector.doing("greedy", (input, unit) -> {
            if (!unit.whole()) {
                return Detection.postponed(words);
            }
            words.forEach(it -> known.add(unit.mentions(it).isPresent()));
            return Detection.NOTHING;
        });
        List<ScanResult> results = scan(large().with("a", "word100007"), CONTEXT, greedy);

        assertThat(known.subList(0, AwaitedWords.MOST_WORDS)).containsOnly(true);
        assertThat(known.get(AwaitedWords.MOST_WORDS)).isFalse();
        assertThat(Scans.diagnostics(results))
                .containsExactly("limit-reached . [searched-words=20000, words asked for by greedy]");
    }

    @Test
    void aWordThatIsTooShortIsAFaultOfItsDetector() throws Exception {
        assertThatThrownBy(() -> Detection.postponed(Set.of("ab"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Detection.postponed(Set.of("a.bc.d"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InMemoryUnit.of().mentions("ab")).isInstanceOf(IllegalArgumentException.class);
        FakeDetector shortWords = FakeDetector.doing("short", (input, unit) -> Detection.postponed(Set.of("ab")));
        assertThat(Scans.diagnostics(scan(InMemoryUnit.of().with("a", ""), CONTEXT, shortWords)))
                .containsExactly("detector-failed a [short, java.lang.IllegalArgumentException]");
    }

    @Test
    void eachDetectorSearchesItsOwnInputs() throws Exception {
        InMemoryUnit unit = InMemoryUnit.of()
                .with("a.x", "word")
                .with("a.y", "word")
                .with("b.set", "word")
                .with("test/c.y", "word");
        BiFunction<ScanInput, ScanUnit, Detection> asking = (input, at) -> at.mentions("word")
                .map(it -> Detection.of(it.locations().stream()
                        .map(place -> FakeDetector.rsaAt("any", place, 1, input.location()))
                        .toList()))
                .orElseGet(() -> Detection.postponed(Set.of("word")));
        Detector x = FakeDetector.doing("x", asking).onlyNamed(".x");
        Detector y = new Searching(FakeDetector.doing("y", asking).onlyNamed(".y"), ".set");

        assertThat(uses(scan(unit, CONTEXT, x, y))).containsExactly("a.x a.x", "a.y b.set", "test/c.y b.set");
        PathFilter filter = new PathFilter(List.of(), List.of("test/**", "*.set"));
        assertThat(uses(scan(unit, CONTEXT.withFilter(filter), x, y))).containsExactly("a.x a.x");
    }

    /** The same detector, searching inputs of that ending only. */
    private record Searching(Detector detector, String ending) implements Detector {
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
        public boolean accepts(ScanInput input) {
            return detector.accepts(input);
        }

        @Override
        public boolean searches(ScanInput input) {
            return input.name().endsWith(ending);
        }

        @Override
        public Detection detect(ScanInput input, ScanUnit unit) {
            return detector.detect(input, unit);
        }
    }

    @Test
    void aFindingAtAnotherInputBearsThatOnesDigest() throws Exception {
        InMemoryUnit unit = InMemoryUnit.of().with("a.def", "def wrap").with("b.txt", "wrap it");
        List<ScanResult> results = scan(unit, CONTEXT, USES);
        assertThat(results.get(0).findings())
                .extracting(it -> it.evidence().inputDigest())
                .containsExactly(sha256("def wrap"), sha256("wrap it"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @Test
    void whatWasFoundElsewhereIsForgottenWhenItsInputIsShownAgain() throws Exception {
        FakeDetector first = FakeDetector.doing("again", (input, unit) -> {
            if (input.name().equals("wait")) {
                return unit.whole() ? Detection.NOTHING : Detection.postponed();
            }
            return Detection.of(List.of(FakeDetector.rsaAt("again", "b", unit.whole() ? 2 : 1, input.location())));
        });
        Detector again = new Again(first, List.of("a"));
        List<ScanResult> results =
                scan(InMemoryUnit.of().with("a", "").with("b", "").with("wait", ""), CONTEXT, again);
        assertThat(results.get(0).findings())
                .extracting(it ->
                        it.occurrence().symbol() + " " + it.occurrence().line().getAsInt())
                .containsExactlyInAnyOrder("a 2", "b 1");
        assertThat(Scans.coverage(results)).containsExactly(". again READ 3");
    }

    @Test
    void anInputThatIsShownAgainMayAwaitWords() throws Exception {
        FakeDetector asking = FakeDetector.doing("again", (input, unit) -> {
            if (input.name().equals("wait")) {
                return unit.whole() ? Detection.NOTHING : Detection.postponed();
            }
            if (!unit.whole()) {
                return Detection.NOTHING;
            }
            return unit.mentions("word")
                    .map(it -> Detection.of(List.of(FakeDetector.rsaAt(
                            "again", input.location(), it.locations().size(), "x"))))
                    .orElseGet(() -> Detection.postponed(Set.of("word")));
        });
        InMemoryUnit unit =
                InMemoryUnit.of().with("a", "word").with("b", "word").with("wait", "");
        List<ScanResult> results = scan(unit, CONTEXT, new Again(asking, List.of("a")));
        assertThat(Scans.places(results)).containsExactly("a:2#0");
        assertThat(Scans.coverage(results)).containsExactly(". again READ 3");
    }

    /** The same detector, asking for inputs again. */
    private record Again(Detector detector, List<String> locations) implements Detector {
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
        public boolean accepts(ScanInput input) {
            return detector.accepts(input);
        }

        @Override
        public Detection detect(ScanInput input, ScanUnit unit) {
            return detector.detect(input, unit);
        }

        @Override
        public List<String> again(ScanUnit unit) {
            return locations;
        }
    }

    @Test
    void severalDetectorsPutTheSameLargeInputOff() throws Exception {
        byte[] large = new byte[20 << 20];
        FakeDetector anchored = FakeDetector.finding("anchored", "RSA");
        for (int threads : new int[] {1, 4}) {
            List<Detector> detectors = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                detectors.add(FakeDetector.doing(
                        "d" + i, (input, unit) -> unit.whole() ? Detection.NOTHING : Detection.postponed()));
            }
            detectors.add(anchored);
            List<ScanResult> results = scan(
                    InMemoryUnit.of().with("a", large).with("b", large),
                    CONTEXT.withThreads(threads),
                    detectors.toArray(Detector[]::new));
            assertThat(Scans.coverage(results))
                    .containsExactly(
                            ". anchored NO_ANCHOR 2", ". d0 READ 2", ". d1 READ 2", ". d2 READ 2", ". d3 READ 2");
        }
    }
}
