package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import dev.shirube.endpoint.wire.WireReader;
import dev.shirube.endpoint.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Algorithms that go together (RFC 7296 section 3.3.1): of each type one is chosen.
 *
 * @param number counts from 1
 */
record Proposal(int number, List<Transform> transforms) {
    /** Implementations send fewer than ten. */
    static final int MAX_PROPOSALS = 32;

    private static final int MAX_TRANSFORMS = 255;
    private static final int KEY_LENGTH = 0x800E;
    private static final int LAST = 0;
    private static final int MORE_PROPOSALS = 2;
    private static final int MORE_TRANSFORMS = 3;

    /** Keeps an unmodifiable copy. */
    Proposal {
        transforms = List.copyOf(transforms);
    }

    /** The ids of that type. */
    List<Integer> ids(int type) {
        return transforms.stream()
                .filter(it -> it.type() == type)
                .map(Transform::id)
                .toList();
    }

    /** The ids of all additional key exchanges; 0 stands for none (RFC 9370 section 2.2.2). */
    List<Integer> additional() {
        return transforms.stream()
                .filter(Transform::isAdditional)
                .map(Transform::id)
                .filter(it -> it != 0)
                .toList();
    }

    /** All that is neither key exchange nor additional one. */
    List<Transform> symmetric() {
        return transforms.stream()
                .filter(it -> it.type() != Ike.KE && !it.isAdditional())
                .toList();
    }

    /** Whether a responder that answers so chose from this one: one transform of each type at the most, each offered. */
    boolean allows(Proposal chosen) {
        long types = chosen.transforms.stream().map(Transform::type).distinct().count();
        return chosen.number == number
                && types == chosen.transforms.size()
                && transforms.containsAll(chosen.transforms)
                && (additional().isEmpty() || !chosen.additional().isEmpty());
    }

    /** The body of a security association payload. */
    static byte[] write(List<Proposal> proposals) {
        WireWriter out = new WireWriter();
        for (int i = 0; i < proposals.size(); i++) {
            proposals.get(i).write(out, i == proposals.size() - 1);
        }
        return out.toByteArray();
    }

    private void write(WireWriter out, boolean last) {
        WireWriter body = new WireWriter();
        for (int i = 0; i < transforms.size(); i++) {
            Transform it = transforms.get(i);
            body.uint8(i == transforms.size() - 1 ? LAST : MORE_TRANSFORMS)
                    .uint8(0)
                    .uint16(it.keyBits() == 0 ? 8 : 12)
                    .uint8(it.type())
                    .uint8(0)
                    .uint16(it.id());
            if (it.keyBits() != 0) {
                body.uint16(KEY_LENGTH).uint16(it.keyBits());
            }
        }
        out.uint8(last ? LAST : MORE_PROPOSALS)
                .uint8(0)
                .uint16(8 + body.size())
                .uint8(number)
                .uint8(Ike.PROTOCOL_IKE)
                .uint8(0)
                .uint8(transforms.size())
                .bytes(body.toByteArray());
    }

    /** The proposals of a security association payload. */
    static List<Proposal> read(byte[] payload) throws WireFormatException {
        List<Proposal> proposals = new ArrayList<>();
        WireReader in = new WireReader(payload);
        while (in.remaining() > 0) {
            if (proposals.size() == MAX_PROPOSALS) {
                throw WireFormatException.limit("more than " + MAX_PROPOSALS + " proposals");
            }
            in.uint16();
            WireReader one = part(in, 4);
            int number = one.uint8();
            one.uint8();
            int spi = one.uint8();
            int count = one.uint8();
            one.bytes(spi);
            proposals.add(new Proposal(number, transforms(one, count)));
        }
        return proposals;
    }

    private static List<Transform> transforms(WireReader in, int count) throws WireFormatException {
        List<Transform> transforms = new ArrayList<>();
        while (in.remaining() > 0 && transforms.size() < MAX_TRANSFORMS) {
            in.uint16();
            WireReader one = part(in, 4);
            int type = one.uint8();
            one.uint8();
            int id = one.uint16();
            transforms.add(new Transform(type, id, keyBits(one)));
        }
        if (transforms.size() != count || in.remaining() > 0) {
            throw WireFormatException.malformed("a proposal that announces " + count + " transforms and has others");
        }
        return transforms;
    }

    private static int keyBits(WireReader in) throws WireFormatException {
        int bits = 0;
        while (in.remaining() > 0) {
            int attribute = in.uint16();
            int value = in.uint16();
            if (attribute == KEY_LENGTH) {
                bits = value;
            } else if (attribute < 0x8000) {
                in.bytes(value); // a long attribute; none is defined for IKEv2
            }
        }
        return bits;
    }

    /** What is left of a structure whose length stands next and counts the bytes before itself too. */
    private static WireReader part(WireReader in, int header) throws WireFormatException {
        int length = in.uint16();
        if (length < header) {
            throw WireFormatException.malformed("a structure of " + length + " bytes");
        }
        return new WireReader(in.bytes(length - header));
    }
}
