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
import java.util.Map;
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

    /** What the elements that name an algorithm use it for; those of SAML's algorithm support only offer it. */
    private static final Map<String, CryptoFunction> ASKED = Map.of(
            "SignatureMethod", CryptoFunction.SIGN,
            "DigestMethod", CryptoFunction.DIGEST,
            "EncryptionMethod", CryptoFunction.ENCRYPT,
            "AgreementMethod", CryptoFunction.KEY_AGREEMENT,
            "KeyDerivationMethod", CryptoFunction.KEY_DERIVE);

    /** An algorithm as named; that of an EncryptionMethod waits for the DigestMethod in it. */
    private record Method(Algorithm algorithm, String uri, CryptoFunction asked, String element, int line) {}

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
        String element = reader.getLocalName();
        CryptoFunction asked = namespace.equals(XmlNames.SUPPORT) ? CryptoFunction.CONFIGURE : ASKED.get(element);
        if (asked == null) {
            return; // a transform, a canonicalisation or a mask
        }
        if (element.equals("DigestMethod") && encryption.isPresent()) {
            Method outer = encryption.get();
            Algorithm both = withDigest(outer.algorithm(), uri);
            encryption = Optional.of(new Method(both, outer.uri(), outer.asked(), outer.element(), outer.line()));
            return;
        }
        Method method = new Method(algorithm(uri), uri, asked, element, line);
        if (element.equals("EncryptionMethod")) {
            encryption = Optional.of(method);
        } else {
            claim(method);
        }
    }

    private void end(String element) {
        if (element.equals("EncryptionMethod") && encryption.isPresent()) {
            claim(encryption.get());
            encryption = Optional.empty();
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

    private void claim(Method method) {
        count++;
        found.add(claims.material(
                Place.of(location).atLine(method.line()),
                new CryptoAsset.AlgorithmAsset(method.algorithm()),
                function(method.algorithm(), method.asked()),
                method.element(),
                "xml-method",
                new Described(method.algorithm(), OptionalInt.empty(), List.of(brief(method.uri())), "")));
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
