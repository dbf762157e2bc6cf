package dev.shirube.exchange;

import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON from elsewhere, token by token and within limits: length, depth, the length of one text. */
public final class ImportJson {

    /** Bytes of one document; an inventory of four million places has about so many. */
    private static final long LONGEST_DOCUMENT = 4L << 30;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_DOCUMENT)
                    .maxNestingDepth(100)
                    .maxStringLength(1_000_000)
                    .maxNameLength(10_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private ImportJson() {}

    /** A parser; what exceeds a limit is its {@code StreamConstraintsException}. */
    public static JsonParser parser(InputStream in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /** What is wrong with the text, and where; without what the parser says of itself. */
    public static String reason(JacksonException e) {
        String said = String.valueOf(e.getOriginalMessage());
        int own = said.indexOf(" (start marker");
        int more = said.indexOf('\n');
        int end = Math.min(own < 0 ? said.length() : own, more < 0 ? said.length() : more);
        TokenStreamLocation at = e.getLocation();
        return said.substring(0, end)
                + (at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
}
