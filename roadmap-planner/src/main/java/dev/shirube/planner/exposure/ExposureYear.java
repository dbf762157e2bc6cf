package dev.shirube.planner.exposure;

import java.util.Objects;

/**
 * What is exposed in one fiscal year.
 *
 * @param fiscalYear the calendar year in which it begins, on 1 April
 * @param open vulnerable uses that are not migrated at its end
 * @param recorded uses whose data of that year, recorded by somebody, can be read while it must still be confidential
 * @param forgeable uses whose signatures can be forged in that year while somebody relies on them
 */
public record ExposureYear(int fiscalYear, int open, ExposureBand recorded, ExposureBand forgeable) {
    /** Refuses null. */
    public ExposureYear {
        Objects.requireNonNull(recorded);
        Objects.requireNonNull(forgeable);
    }
}
