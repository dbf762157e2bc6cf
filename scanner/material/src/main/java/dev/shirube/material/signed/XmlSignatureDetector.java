package dev.shirube.material.signed;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.XmlReaders;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Algorithms and keys in XML signatures (W3C XML Signature 1.1), XML encryption (1.1) and SAML metadata, and RSA keys as .NET
 * writes them in XML. Certificates in them are Base64 of DER in a text, and found as such.
 */
public final class XmlSignatureDetector implements Detector {

    private static final int MAX_BYTES = 64 << 20;
    private static final int HEAD = 64;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public XmlSignatureDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "xml-signature";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(XmlNames.SIGNATURE, XmlNames.ENCRYPTION, XmlNames.SUPPORT, "<RSAKeyValue>"));
    }

    @Override
    public boolean accepts(ScanInput input) {
        try {
            for (byte one : input.head(HEAD)) {
                if (one == '<') {
                    return true;
                }
                boolean mark = one == (byte) 0xef || one == (byte) 0xbb || one == (byte) 0xbf;
                if (one != ' ' && one != '\n' && one != '\r' && one != '\t' && !mark) {
                    return false;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // the engine says why
        }
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            DetectionBuilder found = new DetectionBuilder();
            XmlDocument document = new XmlDocument(claims, input.location(), found);
            try {
                XMLStreamReader reader = XmlReaders.open(bytes);
                try {
                    document.read(reader);
                } finally {
                    reader.close();
                }
            } catch (XMLStreamException e) {
                // Pages of HTML may speak of signatures; only what begins with one is broken.
                if (document.began()) {
                    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
                    found.add(Diagnostic.of(
                            DiagnosticCode.MALFORMED,
                            input.location(),
                            "XML signature",
                            "it is not well-formed at line " + line));
                }
            }
            return found.build();
        });
    }
}
