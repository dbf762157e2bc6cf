package dev.shirube.material.signed;

import java.util.Set;

/** Namespaces of XML signatures, XML encryption and SAML metadata. */
final class XmlNames {

    /** W3C XML Signature 1.1. */
    static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /** What version 1.1 added. */
    static final String SIGNATURE_11 = "http://www.w3.org/2009/xmldsig11#";

    /** W3C XML Encryption 1.1. */
    static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    /** What version 1.1 added. */
    static final String ENCRYPTION_11 = "http://www.w3.org/2009/xmlenc11#";

    /** SAML 2.0 metadata, whose EncryptionMethod is that of XML encryption. */
    static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";

    /** SAML metadata profile for algorithm support. */
    static final String SUPPORT = "urn:oasis:names:tc:SAML:metadata:algsupport";

    private static final Set<String> ALL =
            Set.of(SIGNATURE, SIGNATURE_11, ENCRYPTION, ENCRYPTION_11, METADATA, SUPPORT);

    private XmlNames() {}

    /** Whether elements of that namespace are looked at. */
    static boolean known(String namespace) {
        return ALL.contains(namespace);
    }
}
