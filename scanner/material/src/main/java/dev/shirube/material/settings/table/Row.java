package dev.shirube.material.settings.table;

import dev.shirube.data.DataNode;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ValueLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of a product's table: what a directive means.
 *
 * @param meaning the language of its value
 * @param function what it is for; else the value language decides
 * @param scope tells settings apart that stand side by side and are about different things, such as a server and a client
 * @param protocol of the scope: {@code tls}, {@code ssh}, {@code ike}
 * @param with the name of the setting beside it that completes it
 * @param when the words, in lower case, of which the value must hold one; none if any will do
 * @param unless the words of which the value must hold none
 * @param option the word of the value behind which what matters stands: {@code Groups} in {@code ssl_conf_command Groups X25519}
 * @param value what the value means in the value language, where it is written in a way of its own; none if as written
 * @param parameter what the row gives to the value language
 * @param example a text with a mark on the line where something must be found; empty where another row's shows it
 */
public record Row(
        ValueLanguage meaning,
        Optional<CryptoFunction> function,
        String scope,
        String protocol,
        Optional<String> with,
        List<String> when,
        List<String> unless,
        Optional<String> option,
        List<String> value,
        String parameter,
        String example) {

    static Row of(DataNode node, String protocol) {
        return new Row(
                ValueLanguage.of(node.get("meaning").text()),
                node.get("function").optionalText().map(CryptoFunction::of),
                node.get("scope").textOr(""),
                node.get("protocol").textOr(protocol),
                node.get("with").optionalText(),
                lower(node.get("when")),
                lower(node.get("unless")),
                node.get("option").optionalText(),
                node.get("value").texts(),
                node.get("uses").textOr(""),
                node.get("example").textOr(""));
    }

    private static List<String> lower(DataNode words) {
        return words.texts().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    /** What of a value the row is about; nothing if the value is not one that it is about. */
    public Optional<List<String>> words(List<String> words) {
        boolean wanted = when.isEmpty() || words.stream().anyMatch(it -> when.contains(it.toLowerCase(Locale.ROOT)));
        boolean refused = words.stream().anyMatch(it -> unless.contains(it.toLowerCase(Locale.ROOT)));
        if (!wanted || refused) {
            return Optional.empty();
        }
        if (option.isEmpty()) {
            return Optional.of(value.isEmpty() ? words : value);
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(option.get())) {
                return Optional.of(words.subList(i + 1, words.size()));
            }
        }
        return Optional.empty();
    }
}
