package dev.shirube.material;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;

/**
 * Certificates, requests, keys, PKCS#7 bundles and signatures in DER, by content; every other detector hands what it cuts out or
 * unlocks to this one as derived input, so that they are decoded in one place.
 *
 * <p>Names no type of Bouncy Castle, not even for the verifier: its signed archive of 9 MB is opened, and its signature
 * checked, when there is something to decode and not before.
 */
public final class DerDetector implements Detector {

    /** Larger than any certificate, key or bundle of practice, and small enough to parse whole. */
    static final int MAX_BYTES = 32 << 20;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public DerDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "der";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return MaterialNames.promisesDer(input.name())
                || Place.promisesDer(input.location())
                || (input.size() <= MAX_BYTES && Inputs.startsWith(input, DerObjects.SEQUENCE));
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(
                input,
                MAX_BYTES,
                bytes -> new DerObjects(claims, input).read(bytes, FileBudget.of(unit, input.location())));
    }
}
