package dev.shirube.material.settings.value;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.Optional;

/** Names that only settings use for algorithms, with the identities they stand for; the facts are in {@code names.yaml}. */
final class Names {

    private Names() {}

    /** Loaded when first asked for. */
    private static final class Holder {
        static final DataNode TABLE = DataTable.load(Names.class, "names.table");
    }

    private static Optional<String> find(String list, String name) {
        return Holder.TABLE.get(list).get(name).optionalText();
    }

    /** The key exchange of all suites that OpenSSL means by that word. */
    static Optional<String> keyExchange(String word) {
        return find("openssl-key-exchange", word);
    }

    /** The key exchange whose suites OpenSSL takes away by that word. */
    static Optional<String> removedExchange(String word) {
        return find("openssl-removed", word);
    }

    /** The signature of all suites that OpenSSL means by that word. */
    static Optional<String> authentication(String word) {
        return find("openssl-authentication", word);
    }

    /** IANA's name of a group that a product names in its own way. */
    static Optional<String> group(String name) {
        return find("groups", name);
    }

    /** A way to prove who one is in IKE. */
    static Optional<String> ikeAuthentication(String name) {
        return find("ike-authentication", name);
    }

    /** The protocol versions of a set that a cloud defines. */
    static Optional<String> tlsPolicy(String name) {
        return find("tls-policies", name);
    }

    /** A kind of key. */
    static Optional<String> keyType(String name) {
        return find("key-types", name);
    }

    /** An algorithm of DNSSEC, by name or number. */
    static Optional<String> dnssec(String name) {
        return find("dnssec", name);
    }
}
