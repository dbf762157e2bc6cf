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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Keystores: PKCS#12 (RFC 7292), the Java formats JKS and JCEKS, and Bouncy Castle's BKS, UBER and BCFKS, by content. Entries become derived inputs
 * ({@code store.p12!alias}); what no candidate password opens is told of together with what is visible without one.
 */
public final class KeystoreDetector implements Detector {

    private static final int[] JKS = {0xfe, 0xed, 0xfe, 0xed};
    private static final int[] JCEKS = {0xce, 0xce, 0xce, 0xce};

    private static final Set<String> OLD_NSS = Set.of("cert7.db", "cert8.db", "key3.db", "secmod.db");

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public KeystoreDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "keystore";
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
        return MaterialNames.promisesKeystore(input.name())
                || Inputs.startsWith(input, JKS)
                || Inputs.startsWith(input, JCEKS)
                || Inputs.startsWith(input, 0, 0, 0, 1, 0, 0, 0, 20)
                || Inputs.startsWith(input, 0, 0, 0, 2, 0, 0, 0, 20)
                || isOldNss(input)
                || (input.size() <= DerDetector.MAX_BYTES && Inputs.startsWith(input, 0x30));
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, DerDetector.MAX_BYTES, bytes -> detect(input, bytes, unit));
    }

    private Detection detect(ScanInput input, byte[] bytes, ScanUnit unit) throws IOException {
        DetectionBuilder found = new DetectionBuilder();
        String kind = "Java keystore";
        try {
            if (isJavaKeystore(bytes)) {
                new JavaKeystore(
                                claims,
                                input.location(),
                                bytes,
                                FileBudget.of(unit, input.location()).passwords(),
                                found)
                        .read();
                return found.build();
            }
            if (BouncyKeystore.is(bytes)) {
                kind = "BKS or UBER keystore";
                new BouncyKeystore(
                                claims,
                                input.location(),
                                FileBudget.of(unit, input.location()).passwords())
                        .read(bytes, found);
                return found.build();
            }
            if (isOldNss(input)) {
                return Detection.of(Diagnostic.of(
                        DiagnosticCode.FORMAT_NOT_READ,
                        input.location(),
                        "a database of NSS in its old format (Berkeley DB)"));
            }
            kind = "PKCS#12 keystore";
            if (isPkcs12(bytes)) {
                byte[] object = Arrays.copyOf(bytes, DerBounds.end(bytes, 0));
                new Pkcs12Keystore(
                                claims,
                                input.location(),
                                FileBudget.of(unit, input.location()).passwords())
                        .read(object, found);
                return found.build();
            }
            if (isBcfks(bytes)) {
                kind = "BCFKS keystore";
                byte[] object = Arrays.copyOf(bytes, DerBounds.end(bytes, 0));
                new BcfksKeystore(
                                claims,
                                input.location(),
                                FileBudget.of(unit, input.location()).passwords())
                        .read(object, found);
                return found.build();
            }
        } catch (DerException e) {
            return found.add(Diagnostic.of(DiagnosticCode.MALFORMED, input.location(), kind, e.getMessage()))
                    .build();
        }
        return MaterialNames.promisesKeystore(input.name()) ? otherwise(input, bytes) : Detection.NOTHING;
    }

    /** Berkeley DB (hash, version 2) under the names that NSS gave its databases before SQLite. */
    private static boolean isOldNss(ScanInput input) {
        return OLD_NSS.contains(input.name()) && Inputs.startsWith(input, 0x00, 0x06, 0x15, 0x61);
    }

    /** A keystore by its name only; what other detectors read needs no row. */
    private static Detection otherwise(ScanInput input, byte[] bytes) {
        if (Inputs.isText(bytes) && bytes.length > 0) {
            return Detection.NOTHING;
        }
        return Detection.of(Diagnostic.of(
                DiagnosticCode.NOT_WHAT_IT_SAYS,
                input.location(),
                MaterialNames.extension(input.name()),
                bytes.length == 0 ? "it is empty" : "neither PKCS#12 nor JKS, BKS or BCFKS"));
    }

    /** Whether those bytes are a keystore that this detector reads. */
    static boolean isKeystore(byte[] bytes) {
        return isJavaKeystore(bytes) || BouncyKeystore.is(bytes) || isPkcs12(bytes) || isBcfks(bytes);
    }

    /** Whether those bytes are JKS or JCEKS. */
    static boolean isJavaKeystore(byte[] bytes) {
        return Inputs.startsWith(bytes, JKS) || Inputs.startsWith(bytes, JCEKS);
    }

    /** Three sequences that open at once, then PBES2 (RFC 8018 appendix A.4): the encrypted data of a BCFKS store. */
    private static boolean isBcfks(byte[] bytes) {
        int at = 0;
        for (int depth = 0; depth < 3; depth++) {
            if (at + 6 > bytes.length || bytes[at] != 0x30) {
                return false;
            }
            int length = bytes[at + 1] & 0xff;
            at += length <= 0x80 ? 2 : 2 + (length & 0x7f);
        }
        byte[] identifier = HexFormat.of().parseHex("06092a864886f70d01050d");
        return at > 0
                && at + identifier.length <= bytes.length
                && Arrays.equals(identifier, 0, identifier.length, bytes, at, at + identifier.length);
    }

    /** A sequence whose first item is the integer 3 and whose second is a sequence: PFX (RFC 7292 section 4). */
    private static boolean isPkcs12(byte[] bytes) {
        if (!Inputs.startsWith(bytes, 0x30) || bytes.length < 12) {
            return false;
        }
        int length = bytes[1] & 0xff;
        int content = length <= 0x80 ? 2 : 2 + (length & 0x7f);
        return content <= 6
                && bytes[content] == 0x02
                && bytes[content + 1] == 0x01
                && bytes[content + 2] == 0x03
                && bytes[content + 3] == 0x30;
    }
}
