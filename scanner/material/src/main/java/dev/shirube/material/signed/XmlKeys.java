package dev.shirube.material.signed;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.material.Claims;
import dev.shirube.material.Der;
import dev.shirube.material.DerException;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Digests;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyAlgorithms;
import dev.shirube.material.Place;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Keys whose numbers are elements (XML Signature 1.1 section 4.5.2): RSAKeyValue, DSAKeyValue and ECKeyValue; .NET writes the
 * private numbers beside the public ones. Of those it is only noted that they are there.
 */
final class XmlKeys {

    private static final Set<String> KEYS = Set.of("RSAKeyValue", "DSAKeyValue", "ECKeyValue");
    private static final Set<String> PUBLIC = Set.of("Modulus", "Exponent", "P", "Q", "G", "Y", "PublicKey");

    /** A modulus of 16,384 bits in Base64 has less than three thousand letters. */
    private static final int LONGEST_NUMBER = 16_384;

    private final Claims claims;
    private final String location;
    private final DetectionBuilder found;
    private Optional<String> key = Optional.empty();
    private Map<String, String> numbers = new HashMap<>();
    private StringBuilder text = new StringBuilder();
    private boolean secret;
    private int line;

    XmlKeys(Claims claims, String location, DetectionBuilder found) {
        this.claims = claims;
        this.location = location;
        this.found = found;
    }

    void start(String element, Optional<String> uri, int at) {
        text = new StringBuilder();
        if (KEYS.contains(element)) {
            key = Optional.of(element);
            numbers = new HashMap<>();
            secret = false;
            line = at;
        } else if (key.isPresent() && element.equals("NamedCurve")) {
            uri.ifPresent(it -> numbers.put("NamedCurve", it));
        }
    }

    void text(XMLStreamReader reader) {
        if (key.isPresent() && text.length() < LONGEST_NUMBER) {
            int room = LONGEST_NUMBER - text.length();
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
        }
    }

    void end(String element) {
        if (key.isEmpty()) {
            return;
        }
        if (key.get().equals(element)) {
            key = Optional.empty();
            add(element);
        } else if (PUBLIC.contains(element)) {
            numbers.put(element, text.toString());
        } else if (element.equals("D") || element.equals("X")) {
            secret |= !text.toString().isBlank();
        }
        text = new StringBuilder();
    }

    private void add(String element) {
        Place place = Place.of(location).atLine(line);
        try {
            Optional<SubjectPublicKeyInfo> info = Der.reading(() -> XmlKeyValue.of(element, this::number, numbers));
            if (info.isEmpty()) {
                return; // a template without numbers
            }
            Described described = new KeyAlgorithms(claims.registry()).of(info.get());
            byte[] encoded = Der.reading(() -> info.get().getEncoded(ASN1Encoding.DER));
            found.add(claims.material(
                    place,
                    new CryptoAsset.Key(
                            secret ? KeyKind.PRIVATE : KeyKind.PUBLIC,
                            described.algorithm(),
                            Optional.of(Digests.sha256(encoded)),
                            Optional.empty(),
                            described.size(),
                            "XML"),
                    CryptoFunction.STORE,
                    element,
                    "xml-key-value",
                    described));
        } catch (DerException e) {
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), element, e.getMessage()));
        }
    }

    private byte[] number(String name) {
        return Base64.getMimeDecoder().decode(numbers.getOrDefault(name, ""));
    }
}
