package dev.shirube.material.library;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** The libraries that the {@code pom.properties} of one archive name: better evidence than its manifest or its name. */
record BundledPoms(Artefacts artefacts) implements UnitIndex<Set<String>> {

    @Override
    public Set<String> compute(ScanUnit unit) {
        Set<String> ids = new TreeSet<>();
        try {
            unit.forEach(input -> add(input, ids), diagnostic -> {});
        } catch (IOException e) {
            return Set.copyOf(ids); // whoever walks the unit for its inputs says why it cannot be read
        }
        return Set.copyOf(ids);
    }

    private void add(ScanInput input, Set<String> ids) {
        if (!PomProperties.isOne(input.location()) || input.size() > LibraryDetector.MAX_BYTES) {
            return;
        }
        try {
            String text = new String(input.bytes(), StandardCharsets.UTF_8);
            PomProperties.read(input.location(), text, artefacts)
                    .ifPresent(it -> ids.add(it.artefact().library().id()));
        } catch (IOException e) {
            // As an input of its own it is a diagnostic; here it names nothing, and the manifest is asked instead.
            return;
        }
    }
}
