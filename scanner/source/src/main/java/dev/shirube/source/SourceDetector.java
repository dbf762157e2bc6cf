package dev.shirube.source;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitMemo;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.flow.UnitPrograms;
import dev.shirube.source.flow.UnitSources;
import dev.shirube.source.jar.JarSources;
import dev.shirube.source.jar.UnitJars;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds crypto calls in source text: each language yields call sites, and the catalogue says what they mean. */
public final class SourceDetector implements Detector {

    /** Changes when the same text may give other call sites; the catalogue's own version stands behind it. */
    private static final String VERSION = "3";

    private static final int VERSION_LENGTH = 12;

    private static final UnitMemo<UnitPrograms> PROGRAMS = new UnitMemo<>(UnitPrograms::new);

    private static final UnitMemo<UnitJars> JARS = new UnitMemo<>(UnitJars::new);

    /** Files that settings are read from, when code asks for one by its key. */
    private static final Set<String> SETTINGS =
            Set.of(".properties", ".yml", ".yaml", ".toml", ".json", ".env", ".ini");

    private final List<FollowedLanguage> followed;
    private final Anchors anchors;
    private final String version;
    private final Set<String> catalogued;

    /** A detector for every language of the list. */
    public SourceDetector(Catalogue catalogue, AlgorithmRegistry registry) {
        this.followed = SourceLanguages.followed(catalogue, registry);
        List<SortedSet<String>> own =
                followed.stream().map(FollowedLanguage::anchors).toList();
        TreeSet<String> texts = new TreeSet<>();
        own.forEach(texts::addAll);
        this.anchors = new Anchors(texts);
        this.version = VERSION + "-" + versions(catalogue, followed);
        this.catalogued = catalogue.points().stream()
                .map(ApiPoint::owner)
                .map(it -> it.substring(0, Math.max(0, it.lastIndexOf('.'))))
                .collect(Collectors.toUnmodifiableSet());
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
        return followed.stream().map(it -> it.language().id()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return followed(input.name()) >= 0;
    }

    @Override
    public boolean searches(ScanInput input) {
        String lower = input.name().toLowerCase(Locale.ROOT);
        return accepts(input) || JarSources.isJar(lower) || SETTINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        int at = followed(input.name());
        if (at < 0) {
            return Detection.NOTHING;
        }
        try {
            // The engine's search is for the anchors of all languages together.
            byte[] bytes = input.bytes();
            FollowedLanguage language = followed.get(at);
            if (!language.mayHold(bytes)) {
                return Detection.NOTHING;
            }
            SourceText text = SourceText.of(input.location(), bytes);
            UnitSources sources = unit.index(PROGRAMS).in(unit, related(language));
            if (!language.language().traits().contains(Trait.CLASS_FILES)) {
                return detection(language.read(text, sources, id(), version), List.of(), unit);
            }
            JarSources classPath = new JarSources(sources, unit, unit.index(JARS), catalogued, text);
            FollowedLanguage.Reading reading = language.read(text, classPath, id(), version);
            return detection(reading, classPath.diagnostics(), unit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Detection detection(FollowedLanguage.Reading reading, List<Diagnostic> further, ScanUnit unit) {
        if (!reading.wanted().isEmpty() && unit.mayAwait()) {
            return Detection.postponed(reading.wanted());
        }
        List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
        diagnostics.addAll(further);
        return new Detection(reading.findings(), diagnostics, List.of());
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
}
