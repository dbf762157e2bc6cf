package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.settings.syntax.Entry;
import dev.shirube.material.settings.syntax.SettingsText;
import dev.shirube.material.settings.syntax.Syntax;
import dev.shirube.material.settings.table.Product;
import dev.shirube.material.settings.table.Product.Match;
import dev.shirube.material.settings.table.SettingTables;
import dev.shirube.material.settings.table.SettingTables.Candidate;
import dev.shirube.material.settings.value.SettingClaims;
import dev.shirube.material.settings.value.ValueLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One file: whose settings it holds, and what they say. */
final class SettingsFile {

    private final String location;
    private final String text;
    private final ScanUnit unit;
    private final SettingTables tables;
    private final AlgorithmRegistry registry;
    private final String detector;
    private final String version;
    private final Map<Syntax, SettingsText> texts = new EnumMap<>(Syntax.class);
    private final DetectionBuilder detection = new DetectionBuilder();

    /** An entry with what a product's rows say of it. */
    private record Known(Entry entry, List<Match> matches) {}

    /** A product as which the file could be read. */
    private record Reading(Candidate candidate, SettingsText text, List<Known> known, int different) {
        Product product() {
            return candidate.product();
        }

        /** Whether anything is told of an algorithm or protocol, and not only of other files. */
        boolean speaks() {
            return known.stream()
                    .flatMap(it -> it.matches().stream())
                    .anyMatch(it -> !it.row().meaning().isSilent());
        }
    }

    SettingsFile(
            String location,
            String text,
            ScanUnit unit,
            SettingTables tables,
            AlgorithmRegistry registry,
            String detector,
            String version) {
        this.location = location;
        this.text = text;
        this.unit = unit;
        this.tables = tables;
        this.registry = registry;
        this.detector = detector;
        this.version = version;
    }

    Detection read() {
        Set<Integer> taken = new HashSet<>();
        Set<Product> named = new LinkedHashSet<>();
        boolean known = false;
        for (Candidate candidate : tables.named(location)) {
            named.add(candidate.product());
            Reading reading = reading(candidate);
            faults(candidate.product(), reading);
            tell(reading, taken, true);
            known |= reading.different() > 0;
        }
        if (tables.mayHold(location.substring(location.lastIndexOf('/') + 1)) && !tables.isProse(location)) {
            others(named, known, taken);
        }
        return detection.build();
    }

    /**
     * The products of which the file has telling directives, the one with most of them first; in the file of a known product
     * only those whose settings stand in files of others.
     */
    private void others(Set<Product> named, boolean known, Set<Integer> taken) {
        List<Reading> readings = new ArrayList<>();
        for (Candidate candidate : tables.anyName(location)) {
            Product product = candidate.product();
            if (!named.contains(product)
                    && (!known || product.embedded())
                    && product.anchors().stream().anyMatch(text::contains)) {
                Reading reading = reading(candidate);
                if (reading.different() >= product.telling() && reading.speaks()) {
                    readings.add(reading);
                }
            }
        }
        readings.sort(Comparator.comparingInt(Reading::different).reversed());
        for (Reading reading : readings) {
            tell(reading, taken, false);
        }
    }

    private Reading reading(Candidate candidate) {
        SettingsText parsed = texts.computeIfAbsent(candidate.syntax(), it -> it.read(text));
        List<Known> known = new ArrayList<>();
        Set<String> different = new HashSet<>();
        for (Entry entry : parsed.entries()) {
            List<Match> matches = candidate.product().matches(entry).stream()
                    .filter(it -> it.row().words(entry.words()).isPresent())
                    .toList();
            if (!matches.isEmpty()) {
                known.add(new Known(entry, matches));
                different.add(entry.name().toLowerCase(Locale.ROOT));
            }
        }
        return new Reading(candidate, parsed, known, different.size());
    }

    private void tell(Reading reading, Set<Integer> taken, boolean named) {
        SettingClaims claims =
                new SettingClaims(detector, version, reading.product().name(), location, registry);
        Sections sections = new Sections(reading.product(), claims);
        References references = new References(location, unit, detection);
        Siblings siblings = new Siblings(reading.text().entries());
        Set<Integer> lines = new HashSet<>();
        for (Known known : reading.known()) {
            if (taken.contains(known.entry().line())) {
                continue;
            }
            String shown = reading.candidate().syntax().shown(known.entry());
            for (Match match : known.matches()) {
                ValueLanguage meaning = match.row().meaning();
                if (meaning == ValueLanguage.FILE || meaning == ValueLanguage.INCLUDE) {
                    match.row()
                            .words(known.entry().words())
                            .ifPresent(it -> references.add(shown, known.entry().withWords(it)));
                    sections.included(meaning == ValueLanguage.INCLUDE);
                } else if (sections.read(shown, known.entry(), match, siblings)) {
                    lines.add(known.entry().line());
                }
            }
        }
        taken.addAll(lines);
        if (named && reading.product().always() && !reading.text().entries().isEmpty()) {
            sections.always(reading.text().entries().get(0));
        }
        sections.findings().forEach(detection::add);
    }

    private void faults(Product product, Reading reading) {
        reading.text()
                .limit()
                .ifPresent(it -> detection.add(
                        Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, it, "settings of " + product.name())));
        if (!reading.known().isEmpty() || reading.text().entries().isEmpty()) {
            reading.text()
                    .fault()
                    .ifPresent(it -> detection.add(Diagnostic.of(
                            DiagnosticCode.MALFORMED, location, "settings file of " + product.name(), it)));
        }
    }
}
