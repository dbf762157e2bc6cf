package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Inputs;
import dev.shirube.material.settings.table.SettingTables;
import java.nio.charset.StandardCharsets;

/**
 * Settings files of many products: which protocols, groups, suites and keys they are to use. What the products' directives
 * mean stands in tables ({@code docs/adr/0016}); this detector knows none of them.
 */
public final class SettingsDetector implements Detector {

    /** Larger than any settings file of practice. */
    static final int MAX_BYTES = 8 << 20;

    private static final String ID = "settings";

    /** Raised when the same tables and the same bytes may give other findings. */
    private static final String CODE = "3";

    private final SettingTables tables;
    private final AlgorithmRegistry registry;
    private final String version;
    private final Anchors anchors;

    /** A detector with the tables that the program carries. */
    public SettingsDetector(AlgorithmRegistry registry) {
        this(SettingTables.standard(), registry);
    }

    SettingsDetector(SettingTables tables, AlgorithmRegistry registry) {
        this.tables = tables;
        this.registry = registry;
        this.version = CODE + "-" + tables.version();
        this.anchors = Anchors.anyOf(tables.anchors());
    }

    @Override
    public String id() {
        return ID;
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
    public boolean accepts(ScanInput input) {
        String name = input.name();
        // Most inputs of most scans are classes.
        return !name.endsWith(".class")
                && (tables.mayHold(name) || !tables.named(input.location()).isEmpty());
    }

    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(
                input,
                MAX_BYTES,
                bytes -> Inputs.isText(bytes)
                        ? read(input.location(), new String(bytes, StandardCharsets.UTF_8), unit)
                        : Detection.NOTHING);
    }

    /** What a text at that location says; throws for nothing that it holds. */
    Detection read(String location, String text, ScanUnit unit) {
        return new SettingsFile(new SettingsContext(tables, registry, ID, version, unit, location), text).read();
    }
}
