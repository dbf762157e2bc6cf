package dev.shirube.source.flow;

import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.CallSiteInterpreter;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.language.DeepStack;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** The findings of one file, those at callers in other files among them. */
    public Reading read(SourceText source, UnitSources sources, String detector, String version) {
        return DeepStack.call(() -> reading(source, sources, detector, version))
                .orElseGet(() -> new Reading(
                        List.of(),
                        List.of(Diagnostic.of(
                                DiagnosticCode.LIMIT_REACHED,
                                source.location(),
                                "parser-stack-mib=" + DeepStack.MEBIBYTES,
                                "code nested too deeply")),
                        Set.of()));
    }

    private Reading reading(SourceText source, UnitSources sources, String detector, String version) {
        ProgramFile file = language.read(source);
        Program program = new Program(language, sources);
        FileIndex index = program.add(file);
        Evaluator evaluator = new Evaluator(program, known());
        List<Finding> findings = new ArrayList<>();
        for (CallSite site : new Collector(index, evaluator).collect()) {
            findings.addAll(interpreter.interpret(site, detector, version));
        }
        List<Diagnostic> diagnostics = new ArrayList<>(file.diagnostics());
        if (evaluator.budget().exhausted()) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    source.location(),
                    "value-steps=" + Budget.STEPS,
                    "more in following the values of this file"));
        }
        return new Reading(findings, diagnostics, program.wanted());
    }

    /** Made for the first file of the language: most scans see few languages. */
    private synchronized Known known() {
        if (known == null) {
            known = new Known(catalogue);
        }
        return known;
    }
}
