package dev.shirube.material.signed;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.material.Claims;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One walk over an XML document: each {@code Algorithm} attribute of a method is a claim at its line. Canonicalisation and
 * transforms are no cryptography and are passed over.
 */
final class XmlDocument {

    /** Deeper than any signed message of practice. */
    private static final int DEEPEST = 500;

    private static final int MOST_CLAIMS = 20_000;
    private static final int LONGEST_URI = 200;

    /** An EncryptionMethod whose DigestMethod is still to come. */
    private record Method(Algorithm algorithm, String uri, int line) {}

    private final Claims claims;
    private final String location;
    private final DetectionBuilder found;
    private final XmlKeys keys;
    private final Deque<String> path = new ArrayDeque<>();
    private Optional<Method> encryption = Optional.empty();
    private int count;
    private boolean began;

    XmlDocument(Claims claims, String location, DetectionBuilder found) {
        this.claims = claims;
        this.location = location;
        this.found = found;
        keys = new XmlKeys(claims, location, found);
    }

    /** Whether an element of a signature, of encryption or of metadata was seen. */
    boolean began() {
        return began;
    }

    void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.push(reader.getLocalName());
                if (path.size() > DEEPEST || count > MOST_CLAIMS) {
                    limit(reader);
                    return;
                }
                start(reader);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                keys.text(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(path.pop());
            }
        }
    }

    private void limit(XMLStreamReader reader) {
        String limit = count > MOST_CLAIMS ? "xml-methods=" + MOST_CLAIMS : "xml-depth=" + DEEPEST;
        found.add(Diagnostic.of(
                DiagnosticCode.LIMIT_REACHED,
                location,
                limit,
                "line " + reader.getLocation().getLineNumber()));
    }

    private void start(XMLStreamReader reader) {
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        int line = reader.getLocation().getLineNumber();
        if (XmlNames.known(namespace)) {
            began = true;
            method(reader, namespace, line);
        }
        keys.start(reader.getLocalName(), Optional.ofNullable(reader.getAttributeValue(null, "URI")), line);
    }

    private void method(XMLStreamReader reader, String namespace, int line) {
        String uri = reader.getAttributeValue(null, "Algorithm");
        if (uri == null) {
            return;
        }
        boolean supported = namespace.equals(XmlNames.SUPPORT);
        switch (reader.getLocalName()) {
            case "SignatureMethod" -> claim(algorithm(uri), uri, CryptoFunction.SIGN, line);
            case "SigningMethod" -> claim(algorithm(uri), uri, CryptoFunction.CONFIGURE, line);
            case "DigestMethod" -> {
                if (encryption.isPresent()) {
                    Method method = encryption.get();
                    encryption =
                            Optional.of(new Method(withDigest(method.algorithm(), uri), method.uri(), method.line()));
                } else {
                    claim(algorithm(uri), uri, supported ? CryptoFunction.CONFIGURE : CryptoFunction.DIGEST, line);
                }
            }
            case "EncryptionMethod" -> encryption = Optional.of(new Method(algorithm(uri), uri, line));
            case "AgreementMethod" -> claim(algorithm(uri), uri, CryptoFunction.KEY_AGREEMENT, line);
            case "KeyDerivationMethod" -> claim(algorithm(uri), uri, CryptoFunction.KEY_DERIVE, line);
            default -> {
                // A transform, a canonicalisation or a mask.
            }
        }
    }

    private void end(String element) {
        if (element.equals("EncryptionMethod") && encryption.isPresent()) {
            Method method = encryption.get();
            encryption = Optional.empty();
            claim(method.algorithm(), method.uri(), CryptoFunction.ENCRYPT, method.line());
        }
        keys.end(element);
    }

    private Algorithm algorithm(String uri) {
        return claims.registry()
                .byXmlUri(uri)
                .<Algorithm>map(it -> it)
                .orElseGet(() -> new Algorithm.Unresolved("xml:" + brief(uri)));
    }

    /** The digest that OAEP uses is named by an element of its own. */
    private Algorithm withDigest(Algorithm algorithm, String uri) {
        Optional<String> digest = claims.registry()
                .byXmlUri(uri)
                .filter(it -> claims.registry()
                        .entry(it.entry())
                        .filter(entry -> entry.category() == Category.HASH)
                        .isPresent())
                .map(claims.registry()::displayName);
        return algorithm instanceof Algorithm.Known known && digest.isPresent()
                ? known.withDigest(digest.get())
                : algorithm;
    }

    private void claim(Algorithm algorithm, String uri, CryptoFunction asked, int line) {
        count++;
        found.add(claims.material(
                Place.of(location).atLine(line),
                new CryptoAsset.AlgorithmAsset(algorithm),
                function(algorithm, asked),
                path.peek() == null ? "EncryptionMethod" : path.peek(),
                "xml-method",
                new Described(algorithm, OptionalInt.empty(), List.of(brief(uri)), "")));
    }

    /** What an algorithm does decides: a keyed hash signs nothing, and a wrapping mode encrypts a key. */
    private CryptoFunction function(Algorithm algorithm, CryptoFunction asked) {
        if (!(algorithm instanceof Algorithm.Known known)) {
            return asked;
        }
        AlgorithmRegistry registry = claims.registry();
        boolean keyedHash = registry.entry(known.entry())
                .filter(it -> it.category() == Category.MAC)
                .isPresent();
        if (asked == CryptoFunction.SIGN && keyedHash) {
            return CryptoFunction.MAC;
        }
        boolean wraps = known.mode().filter("wrap"::equals).isPresent();
        return asked == CryptoFunction.ENCRYPT && wraps ? CryptoFunction.KEY_WRAP : asked;
    }

    private static String brief(String uri) {
        String printable = uri.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.substring(0, Math.min(LONGEST_URI, printable.length()));
    }
}
