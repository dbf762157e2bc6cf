package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.keyshare.KeyShares;
import dev.shirube.endpoint.wire.WireWriter;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A key exchange as far as the host key: our public value, in exchange for the server's reply. No secret is ever computed,
 * so values that need no private key to be valid are random.
 *
 * @param groupExchange whether the server chooses the group first (RFC 4419)
 */
record KexMethod(String name, boolean groupExchange, Function<SecureRandom, byte[]> value) {
    /** RFC 8731 section 3: any 32 bytes are a public key of X25519. */
    private static final int X25519 = 32;

    private static final int X448 = 56;
    /** RFC 9941: any bytes of this length decode to a public key of sntrup761. */
    private static final int SNTRUP761 = 1158;

    /** The cheapest for the server first; hybrids only where nothing classical is offered. */
    private static final List<KexMethod> ALL = List.of(
            value("curve25519-sha256", random -> random(random, X25519)),
            value("curve25519-sha256@libssh.org", random -> random(random, X25519)),
            value("ecdh-sha2-nistp256", random -> share("secp256r1")),
            value("ecdh-sha2-nistp384", random -> share("secp384r1")),
            value("ecdh-sha2-nistp521", random -> share("secp521r1")),
            value("curve448-sha512", random -> random(random, X448)),
            value("mlkem768x25519-sha256", random -> join(share("MLKEM768"), random(random, X25519))),
            value("mlkem768nistp256-sha256", random -> join(share("MLKEM768"), share("secp256r1"))),
            value("mlkem1024nistp384-sha384", random -> join(share("MLKEM1024"), share("secp384r1"))),
            value("sntrup761x25519-sha512", random -> random(random, SNTRUP761 + X25519)),
            value("sntrup761x25519-sha512@openssh.com", random -> random(random, SNTRUP761 + X25519)),
            value("diffie-hellman-group14-sha256", random -> number(random, 2048)),
            value("diffie-hellman-group15-sha512", random -> number(random, 3072)),
            value("diffie-hellman-group16-sha512", random -> number(random, 4096)),
            value("diffie-hellman-group17-sha512", random -> number(random, 6144)),
            value("diffie-hellman-group18-sha512", random -> number(random, 8192)),
            value("diffie-hellman-group14-sha1", random -> number(random, 2048)),
            exchange("diffie-hellman-group-exchange-sha256"),
            exchange("diffie-hellman-group-exchange-sha1"),
            value("diffie-hellman-group1-sha1", random -> number(random, 1024)));

    /** The method of that name, if this class takes part in it. */
    static Optional<KexMethod> of(String name) {
        return ALL.stream().filter(it -> it.name.equals(name)).findFirst();
    }

    /** The first of ours among those that the server offers. */
    static Optional<KexMethod> among(List<String> offered, boolean groupExchangeFirst) {
        Optional<KexMethod> any =
                ALL.stream().filter(it -> offered.contains(it.name)).findFirst();
        return groupExchangeFirst
                ? ALL.stream()
                        .filter(it -> it.groupExchange && offered.contains(it.name))
                        .findFirst()
                        .or(() -> any)
                : any;
    }

    /** SSH_MSG_KEXDH_INIT, SSH_MSG_KEX_ECDH_INIT or SSH_MSG_KEX_HYBRID_INIT. */
    byte[] init(SecureRandom random) {
        return new WireWriter().uint8(Ssh.KEX_INIT).string(value.apply(random)).toByteArray();
    }

    /** SSH_MSG_KEX_DH_GEX_INIT for a prime of that size. */
    static byte[] groupExchangeInit(SecureRandom random, int primeBits) {
        return new WireWriter()
                .uint8(Ssh.GEX_INIT)
                .string(number(random, primeBits))
                .toByteArray();
    }

    private static KexMethod value(String name, Function<SecureRandom, byte[]> value) {
        return new KexMethod(name, false, value);
    }

    private static KexMethod exchange(String name) {
        return new KexMethod(name, true, random -> new byte[0]);
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] share(String group) {
        return KeyShares.create(group).clientShare();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return new WireWriter().bytes(one).bytes(other).toByteArray();
    }

    /** A public value below any prime of that size, as the bytes of an mpint (RFC 4251 section 5). */
    private static byte[] number(SecureRandom random, int primeBits) {
        return new BigInteger(primeBits - 2, random).setBit(primeBits - 3).toByteArray();
    }
}
