package dev.shirube.planner.risk;

import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * What a score depends on besides the completion date; what was not declared stays empty and widens the score.
 *
 * @param confidentiality whether data recorded today falls later (harvest now, decrypt later)
 * @param authenticity whether forgery becomes possible
 * @param protectionMonths X: for how many months the data must stay confidential
 * @param trustUntil R: last day on which anyone relies on a signature or key
 * @param verifierUpdatable whether those who verify can be updated, so that nobody relies on it after the migration
 * @param impact consequence from 1 to 4
 * @param exposure who can record, or deliver a forgery
 * @param deadline D: earliest deadline of the adopted rules; empty where none is adopted
 * @param crqc Z: scenario month of the quantum computer
 */
public record RiskInputs(
        boolean confidentiality,
        boolean authenticity,
        Optional<Integer> protectionMonths,
        Optional<LocalDate> trustUntil,
        Optional<Boolean> verifierUpdatable,
        Optional<Integer> impact,
        Optional<Exposure> exposure,
        Optional<LocalDate> deadline,
        YearMonth crqc) {

    /** Refuses null, a negative period, and an impact outside 1 to 4. */
    public RiskInputs {
        Objects.requireNonNull(trustUntil);
        Objects.requireNonNull(verifierUpdatable);
        Objects.requireNonNull(exposure);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(crqc);
        protectionMonths.ifPresent(months -> require(months >= 0, "A protection period is not negative: " + months));
        impact.ifPresent(value -> require(value >= 1 && value <= 4, "An impact is 1 to 4, not " + value));
    }

    /** What is declared of a system, for a use of those tracks. */
    public static RiskInputs of(
            InformationSystem system,
            boolean confidentiality,
            boolean authenticity,
            Optional<LocalDate> deadline,
            YearMonth crqc) {
        return new RiskInputs(
                confidentiality,
                authenticity,
                system.protectionMonths().value(),
                system.trustUntil().value(),
                system.verifierUpdatable().value(),
                system.impact().value(),
                system.exposure().value(),
                deadline,
                crqc);
    }

    /** The same inputs where the owner has declared nothing, with that day until which an artefact itself is valid. */
    public RiskInputs orTrustUntil(Optional<LocalDate> endOfLife) {
        return new RiskInputs(
                confidentiality,
                authenticity,
                protectionMonths,
                trustUntil.or(() -> endOfLife),
                verifierUpdatable,
                impact,
                exposure,
                deadline,
                crqc);
    }

    /** The same inputs with that month of the quantum computer. */
    public RiskInputs withCrqc(YearMonth month) {
        return new RiskInputs(
                confidentiality,
                authenticity,
                protectionMonths,
                trustUntil,
                verifierUpdatable,
                impact,
                exposure,
                deadline,
                month);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
