package dev.shirube.exchange.foreign;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** What {@code testssl.sh --jsonfile} (a flat list) and {@code --jsonfile-pretty} (nested) write. */
public final class TestsslFormat implements ForeignFormat {

    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1 << 20;

    private static final Pattern FLAT =
            Pattern.compile("^\\[\\s*\\{\\s*\"id\"\\s*:\\s*\"[^\"]*\",\\s*\"(?:fqdn/)?ip\"\\s*:");
    private static final Pattern PRETTY = Pattern.compile("\"Invocation\"\\s*:\\s*\"[^\"]*testssl");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    @Override
    public Text name() {
        return Text.same("testssl.sh (JSON)");
    }

    @Override
    public boolean recognises(byte[] head) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        return FLAT.matcher(text).find()
                || text.startsWith("{") && PRETTY.matcher(text).find();
    }

    @Override
    public Inventory read(InputStream in, String document) throws IOException {
        Gathered gathered = new Gathered(document);
        TestsslDocument reader = new TestsslDocument(document, gathered);
        // Not closed: that would close the caller's stream.
        try {
            JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in);
            parser.nextToken();
            reader.value(parser);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // A race of its parallel runs leaves such files behind (testssl.sh issues 1514, 2599): what came before
            // stays.
            gathered.malformed("testssl.sh JSON", e.getOriginalMessage());
        }
        reader.finish();
        return gathered.inventory();
    }
}
