package dev.shirube.material.settings.value;

import dev.shirube.domain.CryptoFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setting that a table's row is about.
 *
 * @param name as written in the file
 * @param words its values
 * @param line from 1
 * @param function what the row says that it is for; else the value language decides
 * @param with the value of the setting beside it that completes it, such as a size
 * @param parameter what the row gives to the value language, such as the algorithm that a switch turns on
 */
public record Directive(
        String name,
        List<String> words,
        int line,
        Optional<CryptoFunction> function,
        Optional<String> with,
        String parameter) {

    /** More items than any list of practice; what follows is left out. */
    private static final int MOST_ITEMS = 2_000;

    /** Keeps an unmodifiable copy. */
    public Directive {
        words = List.copyOf(words);
    }

    /** The words as one text. */
    String value() {
        return String.join(" ", words);
    }

    /** The items of a list whose items are separated by any of those characters. */
    List<String> items(String separators) {
        List<String> items = new ArrayList<>();
        for (String word : words) {
            StringBuilder item = new StringBuilder();
            for (int i = 0; i <= word.length(); i++) {
                if (i == word.length() || separators.indexOf(word.charAt(i)) >= 0) {
                    if (item.length() > 0 && items.size() < MOST_ITEMS) {
                        items.add(item.toString());
                    }
                    item.setLength(0);
                } else {
                    item.append(word.charAt(i));
                }
            }
        }
        return items;
    }
}
