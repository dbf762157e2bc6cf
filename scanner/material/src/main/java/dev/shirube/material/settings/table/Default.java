package dev.shirube.material.settings.table;

import dev.shirube.data.DataNode;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import dev.shirube.material.settings.value.ValueLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What holds where a section speaks a protocol and does not fix a part of it.
 *
 * @param part what is not fixed
 * @param scope of which rows
 * @param directive that would fix it
 * @param meaning language of the value
 * @param value the product's default; empty where nothing here decides it
 * @param holds the product and its versions for which it is the default
 * @param undecided what decides where there is no value
 * @param function of what stays undecided
 * @param within the block that must be around the section, so that the file tells of all settings that reach it
 */
public record Default(
        Part part,
        String scope,
        String directive,
        ValueLanguage meaning,
        List<String> value,
        String holds,
        String undecided,
        CryptoFunction function,
        Optional<String> within) {

    static Default of(DataNode node) {
        return new Default(
                Part.valueOf(node.get("part").text().toUpperCase(Locale.ROOT)),
                node.get("scope").textOr(""),
                node.get("directive").text(),
                ValueLanguage.of(node.get("meaning").textOr("telling")),
                node.get("value").texts(),
                node.get("holds").textOr(""),
                node.get("undecided").textOr(""),
                CryptoFunction.of(node.get("function").textOr("key-agreement")),
                node.get("within").optionalText());
    }
}
