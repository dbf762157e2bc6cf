package dev.shirube.shell.cli;

import dev.shirube.domain.Language;
import java.time.LocalDate;

/**
 * What holds for one command: where it speaks, in which language, for which date, under which settings.
 *
 * @param asOf the date that results are stated for
 */
public record Session(Console console, Language language, LocalDate asOf, Settings settings, String version) {

    /** One of two texts, by the session's language. */
    public String say(String english, String japanese) {
        return language.choose(japanese, english);
    }

    /** Whether a person reads Japanese here. */
    public boolean japanese() {
        return language == Language.JA;
    }
}
