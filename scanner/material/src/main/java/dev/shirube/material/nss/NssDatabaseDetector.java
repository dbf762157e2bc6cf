package dev.shirube.material.nss;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import java.util.List;

/**
 * Certificates and keys in the databases of NSS ({@code cert9.db}, {@code key4.db}). Certificates and the public parts of
 * keys stand there in the clear; what is encrypted is not touched, and no password is tried.
 */
public final class NssDatabaseDetector implements Detector {

    private static final int MAX_BYTES = 64 << 20;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public NssDatabaseDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "nss-database";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("CREATE TABLE nssPublic", "CREATE TABLE nssPrivate"));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return Inputs.startsWith(input, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', 0);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            DetectionBuilder found = new DetectionBuilder();
            try {
                new NssTables(claims, input.location()).read(new SqliteFile(bytes), found);
            } catch (DerException e) {
                found.add(Diagnostic.of(DiagnosticCode.MALFORMED, input.location(), "database of NSS", e.getMessage()));
            }
            return found.build();
        });
    }
}
