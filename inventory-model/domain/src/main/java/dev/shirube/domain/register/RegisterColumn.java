package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.List;

/**
 * A column of a register: its id, its name in both languages, and other headings that mean the same.
 *
 * @param required whether a file without it cannot be read at all
 */
record RegisterColumn(String id, String japanese, boolean required, List<String> aliases) {

    static RegisterColumn of(String id, String japanese, String... aliases) {
        return new RegisterColumn(id, japanese, false, List.of(aliases));
    }

    static RegisterColumn required(String id, String japanese, String... aliases) {
        return new RegisterColumn(id, japanese, true, List.of(aliases));
    }

    String name(Language language) {
        return language.choose(japanese, id);
    }

    boolean isNamed(String heading) {
        String folded = CellText.fold(heading);
        return folded.equals(CellText.fold(id))
                || folded.equals(CellText.fold(japanese))
                || aliases.stream().anyMatch(alias -> folded.equals(CellText.fold(alias)));
    }
}
