package dev.shirube.shell.cli;

import dev.shirube.domain.Language;

/** A text that a person reads, in both languages. */
public record Text(String english, String japanese) {

    /** The text in that language. */
    public String in(Language language) {
        return language.choose(japanese, english);
    }
}
