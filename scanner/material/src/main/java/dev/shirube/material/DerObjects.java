package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;

/** The DER objects of one input, one after the other, as {@link DerDetector} decodes them. */
final class DerObjects {

    /** First byte of everything that is decoded here. */
    static final int SEQUENCE = 0x30;

    private static final int MIN_BYTES = 16;

    private final Claims claims;
    private final ScanInput input;

    DerObjects(Claims claims, ScanInput input) {
        this.claims = claims;
        this.input = input;
    }

    /** What the bytes mean. */
    Detection read(byte[] bytes, FileBudget budget) throws IOException {
        DetectionBuilder found = new DetectionBuilder();
        DerContent content = new DerContent(claims, input.location(), budget);
        int at = 0;
        try {
            while (at < bytes.length && bytes[at] == SEQUENCE && bytes.length - at >= MIN_BYTES) {
                int end = DerBounds.end(bytes, at);
                ASN1Primitive object = Der.parse(bytes, at, end);
                Optional<DerKind> kind = DerKind.of(object, budget.primes()::isPrime);
                if (kind.isEmpty() && budget.primes().refused()) {
                    return found.add(Diagnostic.of(
                                    DiagnosticCode.LIMIT_REACHED,
                                    Inputs.describe(Place.of(input.location())),
                                    "prime-tests=" + PrimeTests.MOST_BITS + " bits",
                                    "numbers that are an RSA key or Diffie-Hellman parameters"))
                            .build();
                }
                if (kind.isEmpty()) {
                    return found.none() ? unrecognised(bytes, "an unknown ASN.1 structure") : found.build();
                }
                content.add(kind.get(), object, found);
                at = end;
            }
        } catch (DerException e) {
            return broken(bytes, at, e).map(found::add).orElse(found).build();
        }
        return at == 0 ? unrecognised(bytes, "bytes that are no ASN.1 sequence") : found.build();
    }

    /** Bytes that are something else: only worth a row where a name or what they were cut out of promised key material. */
    private Detection unrecognised(byte[] bytes, String content) {
        Place place = Place.of(input.location());
        if (PemBodies.isReadByAnother(bytes)) {
            return Detection.NOTHING;
        }
        if (Place.promisesDer(input.location())) {
            return Detection.of(Diagnostic.of(DiagnosticCode.FORMAT_NOT_READ, Inputs.describe(place), content));
        }
        boolean readByAnother = (bytes.length > 0 && Inputs.isText(bytes)) || KeystoreDetector.isKeystore(bytes);
        return MaterialNames.promisesDer(input.name()) && !readByAnother
                ? Detection.of(Diagnostic.of(
                        DiagnosticCode.NOT_WHAT_IT_SAYS,
                        input.location(),
                        MaterialNames.extension(input.name()),
                        content))
                : Detection.NOTHING;
    }

    /** A broken object is told of if it was promised, or if its first bytes are those of key material all the same. */
    private Optional<Diagnostic> broken(byte[] bytes, int at, DerException e) {
        if (at == 0 && KeystoreDetector.isKeystore(bytes)) {
            return Optional.empty(); // the other detector says so
        }
        Place place = Place.of(input.location());
        boolean promised = at > 0
                || Place.promisesDer(input.location())
                || MaterialNames.promisesDer(input.name())
                || SignatureBlock.is(input.location());
        boolean looksLike = bytes.length - at > 8
                && (bytes[at + 1] & 0xff) == 0x82
                && (bytes[at + 4] == SEQUENCE || bytes[at + 4] == 0x02 && bytes[at + 5] == 1 && bytes[at + 6] <= 3);
        return promised || looksLike
                ? Optional.of(Diagnostic.of(
                        DiagnosticCode.MALFORMED, Inputs.describe(place), "DER certificate or key", e.getMessage()))
                : Optional.empty();
    }
}
