package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what a server sends until its host key is known; no exception leaves it. */
final class SshFlight {
    /** Servers send five packets at the most before SSH_MSG_NEWKEYS; notices may stand between them. */
    private static final int MAX_PACKETS = 64;
    /** RFC 4419 section 3 and OpenSSH's bound; a prime of less says that the server means no good. */
    private static final int MIN_PRIME = 512;

    private static final int MAX_PRIME = 16_384;

    private final SshStream stream = new SshStream();
    private final Function<KexInit, Optional<Agreed>> agreement;
    private Optional<String> identification = Optional.empty();
    private Optional<KexInit> kexInit = Optional.empty();
    private Optional<Agreed> agreed = Optional.empty();
    private OptionalInt groupBits = OptionalInt.empty();
    private Optional<HostKey> hostKey = Optional.empty();
    private Optional<String> signatureAlgorithm = Optional.empty();
    private OptionalInt disconnect = OptionalInt.empty();
    private Optional<WireFormatException> fault = Optional.empty();
    private int packets;
    private boolean skipsGuess;
    private boolean finished;

    /** What both sides use from now on. */
    record Agreed(KexMethod method, String hostKeyAlgorithm) {}

    /** A flight; the function says what the client chooses from what the server offers, nothing if it goes no further. */
    SshFlight(Function<KexInit, Optional<Agreed>> agreement) {
        this.agreement = agreement;
    }

    void read(byte[] bytes, int from, int count) {
        if (finished) {
            return;
        }
        try {
            stream.offer(bytes, from, count);
            if (identification.isEmpty()) {
                identification = stream.identification();
                identification.ifPresent(this::greeted);
            }
            while (identification.isPresent() && !finished) {
                Optional<byte[]> packet = stream.next();
                if (packet.isEmpty()) {
                    return;
                }
                packet(new WireReader(packet.get()));
            }
        } catch (WireFormatException e) {
            fault = Optional.of(e);
            finished = true;
        }
    }

    private void greeted(String line) {
        // A server of version 1 alone goes on in another packet format.
        finished = line.split("-", 3).length < 3 || !answer().speaks2();
    }

    private void packet(WireReader in) throws WireFormatException {
        if (++packets > MAX_PACKETS) {
            throw WireFormatException.limit("more than " + MAX_PACKETS + " packets");
        }
        int number = in.uint8();
        switch (number) {
            case 2, 3, 4, 7 -> {
                // SSH_MSG_IGNORE, SSH_MSG_UNIMPLEMENTED, SSH_MSG_DEBUG, SSH_MSG_EXT_INFO tell nothing that is asked
                // here.
            }
            case Ssh.DISCONNECT -> {
                disconnect = OptionalInt.of((int) Math.min(in.uint32(), Integer.MAX_VALUE));
                finished = true;
            }
            case Ssh.KEXINIT -> kexInit(in);
            default -> keyExchange(number, in);
        }
    }

    private void kexInit(WireReader in) throws WireFormatException {
        if (kexInit.isPresent()) {
            throw WireFormatException.malformed("a second KEXINIT");
        }
        KexInit offered = KexInit.read(in);
        kexInit = Optional.of(offered);
        agreed = agreement.apply(offered);
        finished = agreed.isEmpty();
        // RFC 4253 section 7: a packet that rests on a wrong guess is to be ignored.
        skipsGuess = offered.guessed()
                && agreed.filter(it ->
                                it.method().name().equals(offered.keyExchanges().get(0))
                                        && it.hostKeyAlgorithm()
                                                .equals(offered.hostKeys().get(0)))
                        .isEmpty();
    }

    private void keyExchange(int number, WireReader in) throws WireFormatException {
        if (skipsGuess && number >= Ssh.KEX_INIT) {
            skipsGuess = false;
            return;
        }
        boolean exchange = agreed.map(it -> it.method().groupExchange()).orElse(false);
        if (agreed.isEmpty()) {
            throw WireFormatException.malformed("message " + number + " before any KEXINIT");
        } else if (exchange && number == Ssh.GEX_GROUP && groupBits.isEmpty()) {
            group(in);
        } else if (!exchange && number == Ssh.KEX_REPLY
                || exchange && number == Ssh.GEX_REPLY && groupBits.isPresent()) {
            reply(in, agreed.get().hostKeyAlgorithm());
        } else {
            throw WireFormatException.malformed("message " + number + " where the server's key is due");
        }
    }

    private void group(WireReader in) throws WireFormatException {
        byte[] number = in.string();
        BigInteger prime = number.length == 0 ? BigInteger.ZERO : new BigInteger(number);
        if (prime.signum() <= 0 || prime.bitLength() < MIN_PRIME || prime.bitLength() > MAX_PRIME) {
            throw WireFormatException.malformed("a group of " + prime.bitLength() + " bits");
        }
        groupBits = OptionalInt.of(prime.bitLength());
    }

    private void reply(WireReader in, String algorithm) throws WireFormatException {
        HostKey key = HostKey.read(in.string());
        in.string(); // the server's public value
        String signature = HostKey.name(new WireReader(in.string()).string());
        if (!key.type().equals(HostKey.typeOf(algorithm))) {
            throw WireFormatException.malformed("a host key of another type than was agreed on");
        }
        hostKey = Optional.of(key);
        signatureAlgorithm = Optional.of(signature);
        finished = true;
    }

    /** Whether nothing more is to be learnt. */
    boolean finished() {
        return finished;
    }

    Optional<Agreed> agreed() {
        return agreed;
    }

    OptionalInt groupBits() {
        return groupBits;
    }

    SshAnswer answer() {
        return new SshAnswer(
                stream.firstLine(), identification, kexInit, groupBits, hostKey, signatureAlgorithm, disconnect, fault);
    }
}
