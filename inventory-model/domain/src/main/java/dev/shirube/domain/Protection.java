package dev.shirube.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is at stake in an information system, and for how long.
 *
 * @param impact consequence from 1 to 4 (4: national security, life, 機密性3)
 * @param grade grade of its information (格付け); no impact follows from it
 * @param dataKind kind of information it holds (情報の種類)
 * @param months for how many months its data must stay confidential (保護期間)
 * @param trustUntil last day on which anyone relies on a signature or key of it (署名の信頼期間の末日)
 * @param verifierUpdatable whether those who verify its signatures can be updated
 */
public record Protection(
        Declaration<Integer> impact,
        Grade grade,
        Declaration<String> dataKind,
        Declaration<Integer> months,
        Declaration<LocalDate> trustUntil,
        Declaration<Boolean> verifierUpdatable) {

    /** Nothing is declared. */
    public static final Protection UNKNOWN = new Protection(
            Declaration.unknown(),
            Grade.UNKNOWN,
            Declaration.unknown(),
            Declaration.unknown(),
            Declaration.unknown(),
            Declaration.unknown());

    /** Refuses null. */
    public Protection {
        Objects.requireNonNull(impact);
        Objects.requireNonNull(grade);
        Objects.requireNonNull(dataKind);
        Objects.requireNonNull(months);
        Objects.requireNonNull(trustUntil);
        Objects.requireNonNull(verifierUpdatable);
    }
}
