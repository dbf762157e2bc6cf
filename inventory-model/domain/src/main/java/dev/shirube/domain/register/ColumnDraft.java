package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link RegisterColumn} being described; a column of free text until a {@link CellKind} makes it another. */
final class ColumnDraft {

    private static final Text NOTHING = Text.same("");

    private final String id;
    private final Text title;
    private final int width;
    private final Map<String, String> units = new TreeMap<>();
    private List<String> aliases = List.of();
    private boolean required;
    private Text note = NOTHING;
    private Text example = NOTHING;

    ColumnDraft(String id, Text title, int width) {
        this.id = id;
        this.title = title;
        this.width = width;
    }

    ColumnDraft also(String... headings) {
        aliases = List.of(headings);
        return this;
    }

    ColumnDraft unit(String unit, String... headings) {
        List.of(headings).forEach(heading -> units.put(heading, unit));
        return this;
    }

    ColumnDraft must() {
        required = true;
        return this;
    }

    ColumnDraft note(String japanese, String english) {
        note = new Text(japanese, english);
        return this;
    }

    ColumnDraft example(String japanese, String english) {
        example = new Text(japanese, english);
        return this;
    }

    ColumnDraft example(String same) {
        return example(same, same);
    }

    RegisterColumn column() {
        return new RegisterColumn(
                id,
                title,
                aliases,
                units,
                required,
                RegisterColumn.Form.TEXT,
                List.of(),
                width,
                note,
                Expectation.TEXT.text(),
                example);
    }
}
