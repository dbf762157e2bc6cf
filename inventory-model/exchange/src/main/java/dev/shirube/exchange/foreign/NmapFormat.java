package dev.shirube.exchange.foreign;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** What {@code nmap -oX FILE} writes with its scripts ssl-enum-ciphers, ssl-cert and ssh2-enum-algos. */
public final class NmapFormat implements ForeignFormat {

    private static final Pattern ROOT = Pattern.compile("<nmaprun\\s[^>]*scanner=\"nmap\"");

    @Override
    public Text name() {
        return Text.same("nmap (XML)");
    }

    @Override
    public boolean recognises(byte[] head) {
        return BoundedXml.beginsWith(head, ROOT);
    }

    @Override
    public Inventory read(InputStream in, String document) throws IOException {
        Gathered gathered = new Gathered(document);
        BoundedXml.read(in, "nmap XML", new NmapDocument(document, gathered), gathered);
        return gathered.inventory();
    }
}
