package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.List;
import java.util.Map;

/**
 * A column of a register: everything that is said of it to those who fill it in, and the headings it is found by.
 *
 * @param id stable name, in {@code snake_case}; also accepted as a heading
 * @param title its heading in both languages
 * @param aliases other headings that mean the same
 * @param units headings that mean the same in another unit, with what a bare number under them lacks
 * @param required whether a file without it cannot be read at all
 * @param form how a form offers its cells
 * @param choices the words to choose from, where there are few
 * @param width in digits of a form's font
 * @param note what to write; empty if that is plain
 * @param accepts what a cell may hold, as advice
 * @param example what a cell may look like; empty if that is plain
 */
public record RegisterColumn(
        String id,
        Text title,
        List<String> aliases,
        Map<String, String> units,
        boolean required,
        Form form,
        List<Text> choices,
        int width,
        Text note,
        Text accepts,
        Text example) {

    /** How a form offers a cell. */
    public enum Form {
        /** Free text. */
        TEXT,
        /** A number as a rule; other spellings are accepted as well. */
        NUMBER,
        /** A day. */
        DATE,
        /** One of a few words. */
        CHOICE
    }

    private static final Text NOTHING = Text.same("");

    /** Keeps unmodifiable copies. */
    public RegisterColumn {
        aliases = List.copyOf(aliases);
        units = Map.copyOf(units);
        choices = List.copyOf(choices);
    }

    /** A column of free text. */
    static RegisterColumn of(String id, String japanese, String... aliases) {
        return text(id, japanese, false, aliases);
    }

    /** A column of free text without which a file cannot be read. */
    static RegisterColumn required(String id, String japanese, String... aliases) {
        return text(id, japanese, true, aliases);
    }

    private static RegisterColumn text(String id, String japanese, boolean required, String... aliases) {
        return new RegisterColumn(
                id,
                new Text(japanese, id),
                List.of(aliases),
                Map.of(),
                required,
                Form.TEXT,
                List.of(),
                16,
                NOTHING,
                NOTHING,
                NOTHING);
    }

    /** The same column with cells of that kind. */
    RegisterColumn holding(CellKind<?> kind) {
        return new RegisterColumn(
                id,
                title,
                aliases,
                units,
                required,
                kind.form(),
                kind.choices(),
                width,
                note,
                kind.expectation().text(),
                example);
    }

    /** The same column for a file that may do without it. */
    RegisterColumn optional() {
        return new RegisterColumn(id, title, aliases, units, false, form, choices, width, note, accepts, example);
    }

    /** Japanese heading. */
    String japanese() {
        return title.ja();
    }

    String name(Language language) {
        return title.in(language);
    }

    boolean isNamed(String heading) {
        String folded = CellText.heading(heading);
        return folded.equals(CellText.heading(id))
                || folded.equals(CellText.heading(title.ja()))
                || folded.equals(CellText.heading(title.en()))
                || aliases.stream().anyMatch(alias -> folded.equals(CellText.heading(alias)))
                || !unit(heading).isEmpty();
    }

    /** What a bare number under that heading lacks; empty under most. */
    String unit(String heading) {
        String folded = CellText.heading(heading);
        return units.entrySet().stream()
                .filter(it -> folded.equals(CellText.heading(it.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
