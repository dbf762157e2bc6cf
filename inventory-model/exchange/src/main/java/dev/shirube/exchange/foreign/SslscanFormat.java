package dev.shirube.exchange.foreign;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** What {@code sslscan --xml=FILE} writes. */
public final class SslscanFormat implements ForeignFormat {

    private static final Pattern ROOT = Pattern.compile("<document\\s[^>]*title=\"SSLScan Results\"");

    @Override
    public Text name() {
        return Text.same("sslscan (XML)");
    }

    @Override
    public boolean recognises(byte[] head) {
        return BoundedXml.beginsWith(head, ROOT);
    }

    @Override
    public Inventory read(InputStream in, String document) throws IOException {
        Gathered gathered = new Gathered(document);
        BoundedXml.read(in, "sslscan XML", new SslscanDocument(document, gathered), gathered);
        return gathered.inventory();
    }
}
