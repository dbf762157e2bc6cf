package dev.shirube.source;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSiteInterpreter;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitMemo;
import dev.shirube.engine.prefilter.AnchorSearch;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.flow.UnitPrograms;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.language.Neighbours;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.language.SourceCalls;
import dev.shirube.source.language.SourceLanguage;
import dev.shirube.source.language.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds crypto calls in source text: each language yields call sites, and the catalogue says what they mean. */
public final class SourceDetector implements Detector {

    /** Changes when the same text may give other call sites; the catalogue's own version stands behind it. */
    private static final String VERSION = "2";

    private static final int VERSION_LENGTH = 12;

    private static final UnitMemo<UnitPrograms> PROGRAMS = new UnitMemo<>(UnitPrograms::new);

    /** Files that settings are read from, when code asks for one by its key. */
    private static final Set<String> SETTINGS =
            Set.of(".properties", ".yml", ".yaml", ".toml", ".json", ".env", ".ini");

    private final List<SourceLanguage> languages;
    private final List<FollowedLanguage> followed;
    private final CallSiteInterpreter interpreter;
    private final AnchorSearch search;
    private final Anchors anchors;
    private final String version;

    /** A detector for every language of the list. */
    public SourceDetector(Catalogue catalogue, AlgorithmRegistry registry) {
        this.languages = SourceLanguages.all(catalogue);
        this.followed = SourceLanguages.followed(catalogue, registry);
        this.interpreter = new CallSiteInterpreter(catalogue, registry);
        TreeSet<String> texts = new TreeSet<>();
        languages.forEach(language -> texts.addAll(language.anchors()));
        List<SortedSet<String>> own = new ArrayList<>();
        for (FollowedLanguage language : followed) {
            own.add(
                    language.language().catalogue().isEmpty()
                            ? languages.get(0).anchors().stream().collect(Collectors.toCollection(TreeSet::new))
                            : language.catalogue().anchors());
        }
        own.forEach(texts::addAll);
        this.search = AnchorSearch.of(own);
        this.anchors = new Anchors(texts);
        this.version = VERSION + "-" + versions(catalogue, followed);
    }

    /** A digest of the versions of all languages' catalogues, and that of the JVM's. */
    private static String versions(Catalogue catalogue, List<FollowedLanguage> followed) {
        TreeSet<String> versions = new TreeSet<>();
        followed.forEach(it -> versions.add(it.catalogue().version()));
        versions.remove(catalogue.version());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(String.join(" ", versions).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH) + "-" + catalogue.version();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A detector over the catalogue and the names that the program carries. */
    public static SourceDetector standard() {
        return new SourceDetector(Catalogue.standard(), AlgorithmRegistry.standard());
    }

    @Override
    public String id() {
        return "source";
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Anchors anchors() {
        return anchors;
    }

    @Override
    public Set<String> languages() {
        return Stream.concat(
                        languages.stream().map(SourceLanguage::id),
                        followed.stream().map(it -> it.language().id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean accepts(ScanInput input) {
        return language(input.name()).isPresent() || followed(input.name()) >= 0;
    }

    @Override
    public boolean searches(ScanInput input) {
        String lower = input.name().toLowerCase(Locale.ROOT);
        return accepts(input) || SETTINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        Optional<SourceLanguage> language = language(input.name());
        int at = followed(input.name());
        if (at >= 0) {
            return follow(input, unit, at);
        } else if (language.isEmpty()) {
            return Detection.NOTHING;
        }
        SourceCalls calls = language.get().callSites(text(input), neighbours(unit));
        List<Finding> findings = new ArrayList<>();
        for (CallSite site : calls.callSites()) {
            findings.addAll(interpreter.interpret(site, id(), version));
        }
        return new Detection(findings, calls.diagnostics(), List.of());
    }

    private Detection follow(ScanInput input, ScanUnit unit, int at) {
        try {
            // The engine's search is for the anchors of all languages together.
            byte[] bytes = input.bytes();
            if (search.search(bytes, bytes.length, 1L << at) == 0) {
                return Detection.NOTHING;
            }
            FollowedLanguage language = followed.get(at);
            UnitSources sources = unit.index(PROGRAMS).in(unit, related(language));
            FollowedLanguage.Reading reading = language.read(text(input), sources, id(), version);
            return reading.wanted().isEmpty() || !unit.mayAwait()
                    ? new Detection(reading.findings(), reading.diagnostics(), List.of())
                    : Detection.postponed(reading.wanted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Languages of which files see each other's declarations: those that have the same libraries. */
    private List<ProgramLanguage> related(FollowedLanguage language) {
        return followed.stream()
                .map(FollowedLanguage::language)
                .filter(it -> it.catalogue().equals(language.language().catalogue()))
                .toList();
    }

    /** Place in the list of the language that is read into the common model; -1 where there is none. */
    private int followed(String name) {
        if (name.endsWith(".class")) {
            return -1;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < followed.size(); i++) {
            if (followed.get(i).language().fileEndings().stream().anyMatch(lower::endsWith)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<SourceLanguage> language(String name) {
        if (name.endsWith(".class")) {
            return Optional.empty(); // most inputs of most scans are classes
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return languages.stream()
                .filter(language -> language.fileEndings().stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    private static SourceText text(ScanInput input) {
        try {
            return SourceText.of(input.location(), input.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Neighbours neighbours(ScanUnit unit) {
        return location -> {
            try {
                Optional<ScanInput> input = unit.input(location);
                return input.isEmpty()
                        ? Optional.empty()
                        : Optional.of(SourceText.of(location, input.get().bytes()));
            } catch (IOException e) {
                return Optional.empty(); // whoever looks at that input itself is told why it cannot be read
            }
        };
    }
}
