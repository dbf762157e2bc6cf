package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Reads what a responder answers to one IKE_SA_INIT and its repetitions; no exception leaves it. */
final class IkeFlight {
    /** RFC 7296 section 2.6: at most 64 bytes. */
    private static final int MAX_COOKIE = 64;

    private final SaInit request;
    private final IkeStream stream;
    private final TreeSet<Integer> notices = new TreeSet<>();
    private Optional<byte[]> cookie = Optional.empty();
    private OptionalInt named = OptionalInt.empty();
    private OptionalInt error = OptionalInt.empty();
    private Optional<Proposal> chosen = Optional.empty();
    private Optional<WireFormatException> fault = Optional.empty();
    private boolean spoke;
    private boolean asksAgain;
    private boolean finished;

    IkeFlight(SaInit request, boolean marked) {
        this.request = request;
        stream = new IkeStream(marked);
    }

    void read(byte[] bytes, int from, int count) {
        if (finished) {
            return;
        }
        try {
            stream.offer(bytes, from, count);
            while (!finished) {
                Optional<byte[]> message = stream.next();
                if (message.isEmpty()) {
                    return;
                }
                message(IkeMessage.read(message.get()));
            }
        } catch (WireFormatException e) {
            fault = Optional.of(e);
            finished = true;
        }
    }

    private void message(IkeMessage answer) throws WireFormatException {
        if (!Arrays.equals(answer.initiatorSpi(), request.spi())) {
            throw WireFormatException.otherProtocol("a datagram that is no answer to ours");
        }
        if (answer.version() >> 4 != Ike.VERSION_2 >> 4) {
            throw WireFormatException.otherProtocol("it answers in another version of IKE");
        }
        if (!answer.isResponse()) {
            throw WireFormatException.otherProtocol("it sends back what it gets");
        }
        if (answer.exchange() != Ike.IKE_SA_INIT || answer.id() != 0) {
            throw WireFormatException.malformed("an answer to an exchange that was not begun");
        }
        spoke = true;
        asksAgain = false;
        Optional<byte[]> association = answer.first(Ike.PAYLOAD_SA);
        for (IkeMessage.Notification it : answer.notifications()) {
            notification(it, association.isPresent());
        }
        if (association.isPresent()) {
            choose(Proposal.read(association.get()));
        }
        finished = !asksAgain || error.isPresent();
    }

    private void notification(IkeMessage.Notification it, boolean chose) throws WireFormatException {
        if (it.type() == Ike.COOKIE && !chose) {
            if (cookie.isPresent()) {
                throw WireFormatException.malformed("a second cookie");
            }
            if (it.data().length < 1 || it.data().length > MAX_COOKIE) {
                throw WireFormatException.malformed("a cookie of " + it.data().length + " bytes");
            }
            cookie = Optional.of(it.data());
            asksAgain = true;
        } else if (it.type() == Ike.INVALID_KE_PAYLOAD && !chose) {
            invalidKey(new WireReader(it.data()).uint16());
        } else if (it.type() < Ike.STATUS) {
            error = OptionalInt.of(it.type());
        } else {
            notices.add(it.type());
        }
    }

    private void invalidKey(int group) throws WireFormatException {
        boolean offered =
                request.proposals().stream().anyMatch(it -> it.ids(Ike.KE).contains(group));
        if (!offered || group == request.keyGroup()) {
            throw WireFormatException.malformed("it asks for a key exchange that was not offered");
        }
        if (named.isPresent()) {
            throw WireFormatException.malformed("it asks for a second key exchange");
        }
        named = OptionalInt.of(group);
        asksAgain = worthRepeating(group);
    }

    /** Where nothing besides the group is to be learnt, or the value would be large, being named is enough. */
    private boolean worthRepeating(int group) {
        return request.proposals().stream().anyMatch(it -> !it.additional().isEmpty())
                && !IkeNames.isPqc(group)
                && PublicValues.known(group);
    }

    private void choose(List<Proposal> proposals) throws WireFormatException {
        if (proposals.size() != 1) {
            throw WireFormatException.malformed("an answer with " + proposals.size() + " proposals");
        }
        Proposal choice = proposals.get(0);
        if (choice.ids(Ike.KE).size() != 1 || request.proposals().stream().noneMatch(it -> it.allows(choice))) {
            throw WireFormatException.malformed("it chose what was not offered");
        }
        chosen = Optional.of(choice);
    }

    Optional<byte[]> cookie() {
        return cookie;
    }

    OptionalInt named() {
        return named;
    }

    boolean finished() {
        return finished;
    }

    IkeAnswer answer() {
        return new IkeAnswer(chosen, named, error, List.copyOf(notices), cookie.isPresent(), spoke, fault);
    }
}
