package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import dev.shirube.exchange.ImportHead;
import java.io.IOException;
import java.io.InputStream;

/** CycloneDX in JSON: a document of ours as it was written, of another tool what it says of cryptography. */
public final class CbomFormat implements ForeignFormat {

    @Override
    public Text name() {
        return Text.same("CycloneDX (JSON)");
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = ImportHead.text(head);
        return text.startsWith("{")
                && (text.contains("\"bomFormat\"") || text.contains("http://cyclonedx.org/schema/"));
    }

    @Override
    public boolean carriesItsOwnCoverage(byte[] head) {
        return ImportHead.text(head).contains("\"shirube:schema\"");
    }

    /** The tool that a document says it was written by, and nothing else of it. */
    public static ImportOrigin origin(InputStream in, String document) throws IOException {
        return CbomReader.origin(in, document);
    }

    @Override
    public Inventory read(InputStream in, String document) throws IOException {
        return CbomReader.read(in, document);
    }
}
