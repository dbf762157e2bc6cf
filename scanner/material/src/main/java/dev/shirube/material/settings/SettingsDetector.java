package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.LimitException;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the detectors of settings files share: a text, a bound on its size, findings and references out of it. */
abstract class SettingsDetector implements Detector {

    /** Larger than any settings file of practice. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_REFERENCE = 300;

    private final String id;
    private final Collection<String> anchors;
    private final AlgorithmRegistry registry;

    SettingsDetector(String id, Collection<String> anchors, AlgorithmRegistry registry) {
        this.id = id;
        this.anchors = List.copyOf(anchors);
        this.registry = registry;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String version() {
        return "1";
    }

    @Override
    public final Anchors anchors() {
        return anchors.isEmpty() ? Anchors.NONE : Anchors.anyOf(anchors);
    }

    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public final boolean accepts(ScanInput input) {
        return !input.name().endsWith(".class") && reads(input); // most inputs of most scans are classes
    }

    /** Whether the name is one that this product's settings have. */
    abstract boolean reads(ScanInput input);

    /** Findings and references of a text. */
    abstract void read(String text, SettingClaims claims, Report report);

    @Override
    public final Detection detect(ScanInput input, ScanUnit unit) {
        try {
            if (input.bytes().length > MAX_BYTES) {
                throw new LimitException("settings-bytes=" + MAX_BYTES, input.bytes().length + " bytes");
            }
            Report report = new Report(input.location());
            String text = new String(input.bytes(), StandardCharsets.UTF_8);
            read(text, new SettingClaims(id, version(), input.location(), registry), report);
            return new Detection(report.findings, report.diagnostics, List.of());
        } catch (LimitException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, input.location(), e.limit(), e.reached()));
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(
                    DiagnosticCode.UNREADABLE, input.location(), e.getClass().getSimpleName()));
        }
    }

    /** What is gathered from one file. */
    static final class Report {
        private final String location;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Diagnostic> diagnostics = new ArrayList<>();

        Report(String location) {
            this.location = location;
        }

        String location() {
            return location;
        }

        void add(Collection<Finding> more) {
            findings.addAll(more);
        }

        /** A file that is named, and not opened: an include, a certificate, a key. */
        void reference(Setting setting) {
            String target = String.join(" ", setting.values());
            // A value that is the material itself, and no name of a file, must not reach a report.
            boolean inline = target.contains("-----") || target.startsWith("data:") || target.length() > MAX_REFERENCE;
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.CONTENT_ELSEWHERE,
                    location + ":" + setting.line(),
                    setting.name() + (inline ? "" : " " + target)));
        }
    }
}
