package dev.shirube.source.flow;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSiteInterpreter;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.source.language.DeepStack;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** A language whose files are read into the common model, with the catalogue of its libraries. */
public final class FollowedLanguage {

    private final ProgramLanguage language;
    private final Catalogue catalogue;
    private final CallSiteInterpreter interpreter;
    private Known known;

    /** The language, looking for the calls of that catalogue. */
    public FollowedLanguage(ProgramLanguage language, Catalogue catalogue, AlgorithmRegistry registry) {
        this.language = language;
        this.catalogue = catalogue;
        this.interpreter = new CallSiteInterpreter(catalogue, registry);
    }

    /** The language itself. */
    public ProgramLanguage language() {
        return language;
    }

    /** The rows that are looked for. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * What one file holds.
     *
     * @param wanted words whose places in the unit would let values be followed further; none where all was followed
     */
    public record Reading(List<Finding> findings, List<Diagnostic> diagnostics, Set<String> wanted) {
        /** Keeps unmodifiable copies. */
        public Reading {
            findings = List.copyOf(findings);
            diagnostics = List.copyOf(diagnostics);
            wanted = Set.copyOf(wanted);
        }
    }

    /** Texts of which a file must hold at least one, as written in it, for a call of the catalogue to be in it. */
    public SortedSet<String> anchors() {
        return language.catalogue().isEmpty()
                ? TypeAnchors.of(catalogue())
                : catalogue().anchors();
    }

    /** Whether a file of those bytes may hold a call of the catalogue: more is asked than that it holds an anchor. */
    public boolean mayHold(byte[] bytes) {
        return known().mayStandIn(bytes);
    }

    /** The findings of one file, those at callers in other files among them. */
    public Reading read(SourceText source, UnitSources sources, String detector, String version) {
        Calls calls = calls(source, sources);
        List<Finding> findings = new ArrayList<>();
        for (CallSite site : calls.sites()) {
            findings.addAll(interpreter.interpret(site, detector, version));
        }
        return new Reading(findings, calls.diagnostics(), calls.wanted());
    }

    /**
     * The calls of the catalogue in one file, and what could not be read.
     *
     * @param wanted as in {@link Reading}
     */
    public record Calls(List<CallSite> sites, List<Diagnostic> diagnostics, Set<String> wanted) {
        /** Keeps unmodifiable copies. */
        public Calls {
            sites = List.copyOf(sites);
            diagnostics = List.copyOf(diagnostics);
            wanted = Set.copyOf(wanted);
        }
    }

    /** What the findings of a file are made of. */
    public Calls calls(SourceText source, UnitSources sources) {
        return DeepStack.call(() -> calls(sources.own(source, language), sources))
                .orElseGet(() -> new Calls(
                        List.of(),
                        List.of(limit(source, "parser-stack-mib=" + DeepStack.MEBIBYTES, "code nested too deeply")),
                        Set.of()));
    }

    /** With few steps first, where the file may have to be put off for words that it awaits, and be followed anew. */
    private Calls calls(FileIndex index, UnitSources sources) {
        if (sources.mayAwait()) {
            Budget few = new Budget(Budget.FIRST_STEPS);
            Calls first = calls(index, sources, few);
            if (!few.exhausted() || !first.wanted().isEmpty()) {
                return first;
            }
        }
        return calls(index, sources, new Budget(Budget.STEPS));
    }

    private Calls calls(FileIndex index, UnitSources sources, Budget budget) {
        ProgramFile file = index.file();
        Program program = new Program(language, sources);
        program.add(index);
        List<CallSite> collected = new Collector(index, new Evaluator(program, known(), budget)).collect();
        List<CallSite> sites =
                file.rough() ? collected.stream().map(Sites::inexact).toList() : collected;
        List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
        if (budget.exhausted()) {
            diagnostics.add(
                    limit(file.source(), "value-steps=" + Budget.STEPS, "more in following the values of this file"));
        }
        if (program.bounded()) {
            diagnostics.add(limit(
                    file.source(), "value-neighbours=" + Program.MOST_NEIGHBOURS, "more files that its values need"));
        }
        return new Calls(sites, diagnostics, program.wanted());
    }

    private static Diagnostic limit(SourceText source, String limit, String reached) {
        return Diagnostic.of(DiagnosticCode.LIMIT_REACHED, source.location(), limit, reached);
    }

    /** Made for the first file of the language: most scans see few languages. */
    private synchronized Known known() {
        if (known == null) {
            known = new Known(catalogue);
        }
        return known;
    }
}
