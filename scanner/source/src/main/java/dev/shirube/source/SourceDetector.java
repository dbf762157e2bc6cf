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
import dev.shirube.source.language.Neighbours;
import dev.shirube.source.language.SourceCalls;
import dev.shirube.source.language.SourceLanguage;
import dev.shirube.source.language.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds crypto calls in source text: each language yields call sites, and the catalogue says what they mean. */
public final class SourceDetector implements Detector {

    /** Changes when the same text may give other call sites; the catalogue's own version stands behind it. */
    private static final String VERSION = "1";

    private final List<SourceLanguage> languages;
    private final CallSiteInterpreter interpreter;
    private final Anchors anchors;
    private final String version;

    /** A detector for every language of the list. */
    public SourceDetector(Catalogue catalogue, AlgorithmRegistry registry) {
        this.languages = SourceLanguages.all(catalogue);
        this.interpreter = new CallSiteInterpreter(catalogue, registry);
        TreeSet<String> texts = new TreeSet<>();
        languages.forEach(language -> texts.addAll(language.anchors()));
        this.anchors = new Anchors(texts);
        this.version = VERSION + "-" + catalogue.version();
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
        return languages.stream().map(SourceLanguage::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean accepts(ScanInput input) {
        return language(input.name()).isPresent();
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        Optional<SourceLanguage> language = language(input.name());
        if (language.isEmpty()) {
            return Detection.NOTHING;
        }
        SourceCalls calls = language.get().callSites(text(input), neighbours(unit));
        List<Finding> findings = new ArrayList<>();
        for (CallSite site : calls.callSites()) {
            findings.addAll(interpreter.interpret(site, id(), version));
        }
        return new Detection(findings, calls.diagnostics(), List.of());
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
