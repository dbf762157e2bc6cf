package dev.shirube.material.settings;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.settings.syntax.Entry;
import dev.shirube.material.settings.syntax.SettingsText;
import dev.shirube.material.settings.syntax.Syntax;
import dev.shirube.material.settings.table.Product;
import dev.shirube.material.settings.table.Product.Match;
import dev.shirube.material.settings.table.SettingTables.Candidate;
import dev.shirube.material.settings.value.Budget;
import dev.shirube.material.settings.value.ValueLanguage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One file: whose settings it holds, and what they say. */
final class SettingsFile {

    private final SettingsContext context;
    private final String name;
    private final String text;
    private final int above;
    private final Map<Syntax, SettingsText> texts = new EnumMap<>(Syntax.class);
    private final Set<Syntax> faulty = EnumSet.noneOf(Syntax.class);
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

    /** The file of that context with that text. */
    SettingsFile(SettingsContext context, String text) {
        this(context, context.location(), text, 0);
    }

    private SettingsFile(SettingsContext context, String name, String text, int above) {
        this.context = context;
        this.name = name;
        this.text = text;
        this.above = above;
    }

    Detection read() {
        read(true);
        if (EmbeddedFiles.possible(name, text)) {
            SettingsText yaml = texts.computeIfAbsent(Syntax.YAML, it -> it.read(text));
            for (EmbeddedFiles.Embedded each : EmbeddedFiles.of(text, yaml)) {
                Detection inner = new SettingsFile(context, each.name(), each.text(), each.above()).read(false);
                inner.findings().forEach(detection::add);
                inner.diagnostics().forEach(detection::add);
            }
        }
        return detection.build();
    }

    /** Reads the file as what its name says, and, where its name need not tell, as what it looks like. */
    private Detection read(boolean anyName) {
        Set<Integer> taken = new HashSet<>();
        Set<Product> named = new LinkedHashSet<>();
        boolean known = false;
        for (Candidate candidate : context.tables().named(name)) {
            named.add(candidate.product());
            Reading reading = reading(candidate);
            faults(reading);
            tell(reading, taken, true);
            known |= reading.different() > 0;
        }
        boolean possible = context.tables().mayHold(name.substring(name.lastIndexOf('/') + 1));
        if (anyName && possible && !context.tables().isProse(name)) {
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
        boolean script = text.startsWith("#!"); // its assignments are variables, whatever they are called
        for (Candidate candidate : context.tables().anyName(name)) {
            Product product = candidate.product();
            if (!named.contains(product)
                    && (!script || candidate.syntax().isOfScripts())
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
            faults(reading);
            tell(reading, taken, false);
        }
    }

    private Reading reading(Candidate candidate) {
        SettingsText parsed =
                texts.computeIfAbsent(candidate.syntax(), it -> it.read(text).below(above));
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
        Sections sections =
                new Sections(reading.product(), context.claims(reading.product().name()));
        References references = new References(context.location(), context.unit(), detection);
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
        if (named && reading.product().always() && reading.different() > 0) {
            sections.always(reading.text().entries().get(0));
        }
        sections.findings().forEach(detection::add);
        if (sections.exceeded()) {
            detection.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    context.location(),
                    "settings-findings=" + Budget.MOST,
                    "settings of " + reading.product().name()));
        }
    }

    /** What could not be read, once for each syntax. */
    private void faults(Reading reading) {
        if (!faulty.add(reading.candidate().syntax())) {
            return;
        }
        String what = "settings of " + reading.product().name();
        reading.text()
                .limit()
                .ifPresent(
                        it -> detection.add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, context.location(), it, what)));
        if (!reading.known().isEmpty() || reading.text().entries().isEmpty()) {
            reading.text()
                    .fault()
                    .ifPresent(
                            it -> detection.add(Diagnostic.of(DiagnosticCode.MALFORMED, context.location(), what, it)));
        }
    }
}
