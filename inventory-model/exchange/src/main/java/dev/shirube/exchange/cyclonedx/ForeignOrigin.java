package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.ImportOrigin;
import dev.shirube.exchange.JsonItem;
import java.util.ArrayList;
import java.util.List;

/** Which tool wrote a document: {@code metadata.tools} as a list (until 1.4) or as an object (from 1.5). */
final class ForeignOrigin {

    private static final int LONGEST = 200;

    private ForeignOrigin() {}

    /** The first tool with a name: of an object its components before its services. */
    static ImportOrigin of(JsonItem metadata, String document) {
        List<JsonItem> tools = new ArrayList<>(metadata.objects("tools"));
        tools.addAll(metadata.object("tools").objects("components"));
        tools.addAll(metadata.object("tools").objects("services"));
        for (JsonItem tool : tools) {
            if (!tool.text("name").isBlank()) {
                return new ImportOrigin(cut(tool.text("name")), cut(tool.text("version")), document);
            }
        }
        return new ImportOrigin(ImportOrigin.UNNAMED, "", document);
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
