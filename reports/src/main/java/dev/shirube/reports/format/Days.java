package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import java.time.LocalDate;

/** Writes days the way an office reads them: 2026/11/22 or 2026-11-22. */
final class Days {
    private Days() {}

    static String of(LocalDate day, Language language) {
        if (language == Language.EN) {
            return day.toString();
        }
        return day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
    }
}
