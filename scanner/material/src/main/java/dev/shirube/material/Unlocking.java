package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Tries candidate passwords on the encrypted parts of one input. The password that opened one part is tried first on the
 * next, and the work that a hostile iteration count can ask for is bounded over all of the file: see {@link PasswordTrials}.
 */
final class Unlocking {

    private final PasswordTrials trials;
    private int locked;
    private boolean exhausted;
    private final Set<String> unknownSchemes = new LinkedHashSet<>();

    Unlocking(PasswordTrials trials) {
        this.trials = trials;
    }

    /**
     * Decrypts with whichever candidate fits.
     *
     * @return the plain ASN.1 object; nothing if the content stays locked
     */
    Optional<byte[]> open(AlgorithmIdentifier scheme, byte[] content) {
        if (SunKeyProtection.isJks(scheme)) {
            return open(SunKeyProtection.jksRounds(content), candidate -> SunKeyProtection.jks(candidate, content));
        }
        Optional<PasswordCipher> cipher = PasswordCipher.of(scheme);
        if (cipher.isEmpty()) {
            unknown(scheme.getAlgorithm().getId());
        }
        return cipher.flatMap(it -> open(it, content));
    }

    /** Decrypts with that cipher; otherwise as the other. */
    Optional<byte[]> open(PasswordCipher cipher, byte[] content) {
        return open(
                cipher.rounds(), candidate -> cipher.open(candidate, content).filter(Unlocking::isOneObject));
    }

    /**
     * Tries the candidates.
     *
     * @param rounds what one try costs
     * @param attempt the plain content, if a candidate fits
     */
    Optional<byte[]> open(long rounds, Function<char[], Optional<byte[]>> attempt) {
        boolean untried = false;
        for (PasswordTrials.Candidate candidate : trials.candidates()) {
            if (!trials.spend(candidate, rounds)) {
                untried = true;
                continue; // those that the user named have a share of their own
            }
            Optional<byte[]> plain = attempt.apply(candidate.password());
            if (plain.isPresent()) {
                trials.opened(candidate);
                return plain;
            }
        }
        exhausted |= untried;
        locked++;
        return Optional.empty();
    }

    /** Notes an encryption scheme that nothing here decrypts. */
    void unknown(String scheme) {
        unknownSchemes.add(scheme);
    }

    /** A wrong password passes the padding check once in 256 times, and hardly ever gives an object of exact length. */
    private static boolean isOneObject(byte[] plain) {
        try {
            return DerBounds.end(plain, 0) == plain.length;
        } catch (DerException e) {
            return false;
        }
    }

    /** Whether everything opened so far. */
    boolean complete() {
        return locked == 0 && unknownSchemes.isEmpty();
    }

    /** What stayed locked, and why. */
    List<Diagnostic> diagnostics(String location, String what) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (exhausted) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    location,
                    "key-derivation-rounds=" + PasswordTrials.MAX_ROUNDS,
                    what));
        } else if (locked > 0) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.LOCKED,
                    location,
                    what,
                    Integer.toString(trials.candidates().size())));
        }
        for (String scheme : unknownSchemes) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.ENCRYPTED, location, "scheme " + scheme));
        }
        return diagnostics;
    }
}
