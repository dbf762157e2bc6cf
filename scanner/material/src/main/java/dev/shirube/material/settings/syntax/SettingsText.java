package dev.shirube.material.settings.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a settings file, as far as it could be read.
 *
 * @param entries in the order of the file
 * @param limit the bound that was reached, as {@code settings-depth=64}
 * @param fault why the text is not well-formed, without any of its content
 */
public record SettingsText(List<Entry> entries, Optional<String> limit, Optional<String> fault) {

    /** Keeps an unmodifiable copy. */
    public SettingsText {
        entries = List.copyOf(entries);
    }

    /** The same text, as it stands so many lines below the beginning of another. */
    public SettingsText below(int lines) {
        return lines == 0
                ? this
                : new SettingsText(
                        entries.stream()
                                .map(it -> new Entry(it.block(), it.name(), it.words(), it.line() + lines))
                                .toList(),
                        limit,
                        fault);
    }
}
