package dev.shirube.material;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Certificates, requests, keys and PKCS#7 bundles in DER, by content; every other detector hands what it cuts out or
 * unlocks to this one as derived input, so that they are decoded in one place.
 */
public final class DerDetector implements Detector {

    /** Larger than any certificate, key or bundle of practice, and small enough to parse whole. */
    static final int MAX_BYTES = 32 << 20;

    private static final int MIN_BYTES = 16;
    private static final int SEQUENCE = 0x30;

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
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean accepts(ScanInput input) {
        if (input.size() > MAX_BYTES) {
            return false;
        }
        return MaterialNames.promisesDer(input.name())
                || Place.isPemBody(input.location())
                || Inputs.startsWith(input, SEQUENCE);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> detect(input, bytes, unit));
    }

    private Detection detect(ScanInput input, byte[] bytes, ScanUnit unit) throws IOException {
        DetectionBuilder found = new DetectionBuilder();
        DerContent content =
                new DerContent(claims, input.location(), unit.context().passwords());
        int at = 0;
        try {
            while (at < bytes.length && bytes[at] == SEQUENCE && bytes.length - at >= MIN_BYTES) {
                int end = DerBounds.end(bytes, at);
                ASN1Primitive object = Der.parse(bytes, at, end);
                Optional<DerKind> kind = DerKind.of(object);
                if (kind.isEmpty()) {
                    return found.none() ? unrecognised(input, bytes, "an unknown ASN.1 structure") : found.build();
                }
                content.add(kind.get(), object, found);
                at = end;
            }
        } catch (DerException e) {
            return broken(input, bytes, at, e).map(found::add).orElse(found).build();
        }
        return at == 0 ? unrecognised(input, bytes, "no ASN.1 sequence") : found.build();
    }

    /** Bytes that are something else: only worth a row where name or PEM markers promised key material. */
    private static Detection unrecognised(ScanInput input, byte[] bytes, String content) {
        Place place = Place.of(input.location());
        if (SshKeyDetector.isPrivateKey(bytes)) {
            return Detection.NOTHING;
        }
        if (Place.isPemBody(input.location())) {
            return Detection.of(Diagnostic.of(DiagnosticCode.FORMAT_NOT_READ, Inputs.describe(place), content));
        }
        boolean readByAnother = Inputs.isText(bytes) || KeystoreDetector.isKeystore(bytes);
        return MaterialNames.promisesDer(input.name()) && !readByAnother
                ? Detection.of(Diagnostic.of(
                        DiagnosticCode.NOT_WHAT_IT_SAYS,
                        input.location(),
                        MaterialNames.extension(input.name()),
                        content))
                : Detection.NOTHING;
    }

    /** A broken object is told of if it was promised, or if its first bytes are those of key material all the same. */
    private static Optional<Diagnostic> broken(ScanInput input, byte[] bytes, int at, DerException e) {
        Place place = Place.of(input.location());
        boolean promised = at > 0 || Place.isPemBody(input.location()) || MaterialNames.promisesDer(input.name());
        boolean looksLike = bytes.length - at > 8
                && (bytes[at + 1] & 0xff) == 0x82
                && (bytes[at + 4] == SEQUENCE || bytes[at + 4] == 0x02 && bytes[at + 5] == 1 && bytes[at + 6] <= 3);
        return promised || looksLike
                ? Optional.of(Diagnostic.of(
                        DiagnosticCode.MALFORMED, Inputs.describe(place), "DER certificate or key", e.getMessage()))
                : Optional.empty();
    }
}
