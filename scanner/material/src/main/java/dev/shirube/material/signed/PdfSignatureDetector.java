package dev.shirube.material.signed;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signatures in PDF (ISO 32000-2 section 12.8) and the recipients of a PDF that is encrypted for public keys (section 7.6.5):
 * their CMS is a derived input each.
 *
 * <p>No object is looked up: a signature's bytes must stand in the clear, outside of what it signs, so searching for its
 * dictionary finds those of every incremental update, and no table of references is there to lead astray.
 */
public final class PdfSignatureDetector implements Detector {

    private static final int MAX_BYTES = 256 << 20;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public PdfSignatureDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "pdf-signature";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("/ByteRange", "/Recipients", "/DSS"));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return Inputs.startsWith(input, '%', 'P', 'D', 'F', '-');
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            DetectionBuilder found = new DetectionBuilder();
            // Every byte becomes one character, so that offsets are those of the file.
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            new PdfText(claims, input.location(), text).read(found);
            return found.build();
        });
    }
}
