package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * SSH_MSG_KEXINIT (RFC 4253 section 7.1): everything a side is willing to use, in its order.
 *
 * @param keyExchanges with what is no method but an announcement ({@code ext-info-s})
 * @param hostKeys algorithms of the host key
 * @param ciphersToServer from client to server
 * @param ciphersToClient from server to client
 * @param macsToServer from client to server
 * @param macsToClient from server to client
 * @param guessed whether a packet of the first method follows unasked
 */
record KexInit(
        List<String> keyExchanges,
        List<String> hostKeys,
        List<String> ciphersToServer,
        List<String> ciphersToClient,
        List<String> macsToServer,
        List<String> macsToClient,
        List<String> compressionToServer,
        List<String> compressionToClient,
        boolean guessed) {
    static final int COOKIE = 16;

    /** Servers in the field list fewer than fifty. */
    static final int MAX_NAMES = 256;
    /** RFC 4251 section 6 allows 64; longer names are kept as long as they can be told apart. */
    static final int MAX_NAME = 128;

    /** Keeps unmodifiable copies. */
    KexInit {
        keyExchanges = List.copyOf(keyExchanges);
        hostKeys = List.copyOf(hostKeys);
        ciphersToServer = List.copyOf(ciphersToServer);
        ciphersToClient = List.copyOf(ciphersToClient);
        macsToServer = List.copyOf(macsToServer);
        macsToClient = List.copyOf(macsToClient);
        compressionToServer = List.copyOf(compressionToServer);
        compressionToClient = List.copyOf(compressionToClient);
    }

    /** The message after its number. */
    static KexInit read(WireReader in) throws WireFormatException {
        in.bytes(COOKIE);
        List<List<String>> lists = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lists.add(names(in.string()));
        }
        boolean guessed = in.uint8() != 0;
        in.uint32();
        return new KexInit(
                lists.get(0),
                lists.get(1),
                lists.get(2),
                lists.get(3),
                lists.get(4),
                lists.get(5),
                lists.get(6),
                lists.get(7),
                guessed);
    }

    private static List<String> names(byte[] list) throws WireFormatException {
        if (list.length == 0) {
            return List.of();
        }
        for (byte one : list) {
            if (one <= ' ' || one == 0x7F) {
                throw WireFormatException.malformed("a name with a character that is not printable");
            }
        }
        String[] names = new String(list, StandardCharsets.US_ASCII).split(",", -1);
        if (names.length > MAX_NAMES) {
            throw WireFormatException.limit("more than " + MAX_NAMES + " names in a list");
        }
        for (String name : names) {
            if (name.isEmpty() || name.length() > MAX_NAME) {
                throw WireFormatException.malformed("a name of " + name.length() + " characters");
            }
        }
        return List.of(names);
    }

    /**
     * The whole message.
     *
     * @param cookie {@value #COOKIE} random bytes
     */
    byte[] write(byte[] cookie) {
        WireWriter out = new WireWriter().uint8(Ssh.KEXINIT).bytes(cookie);
        for (List<String> list : List.of(
                keyExchanges,
                hostKeys,
                ciphersToServer,
                ciphersToClient,
                macsToServer,
                macsToClient,
                compressionToServer,
                compressionToClient,
                List.<String>of(),
                List.<String>of())) {
            out.string(String.join(",", list));
        }
        return out.uint8(guessed ? 1 : 0).uint32(0).toByteArray();
    }

    /** The same, narrowed to one method and one host-key algorithm, with all else as it is: so that the two sides agree. */
    KexInit agreeingOn(String keyExchange, String hostKey) {
        return new KexInit(
                List.of(keyExchange),
                List.of(hostKey),
                ciphersToServer,
                ciphersToClient,
                macsToServer,
                macsToClient,
                compressionToServer,
                compressionToClient,
                false);
    }
}
