package dev.shirube.bytecode;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.Catalogue;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The catalogue's members by internal name ({@code java/security/Signature}), for look-ups that allocate nothing. */
final class MemberIndex {

    private static final int BITS = 1 << 16;

    private final Map<String, Set<String>> members = new HashMap<>();
    /** Members by some bits of their hash: most classes of most archives refer to none, which costs no look-up then. */
    private final BitSet filter = new BitSet(BITS);

    MemberIndex(Catalogue catalogue) {
        for (ApiPoint point : catalogue.points()) {
            members.computeIfAbsent(point.owner().replace('.', '/'), owner -> new HashSet<>())
                    .add(point.member());
        }
        members.forEach((owner, names) ->
                names.forEach(name -> filter.set(bit(ConstantPool.hash(owner), ConstantPool.hash(name)))));
    }

    boolean has(String owner, String member) {
        Set<String> names = members.get(owner);
        return names != null && names.contains(member);
    }

    private static int bit(int owner, int name) {
        return (owner * 31 + name) * 0x9E3779B9 >>> 16;
    }

    /** Whether the constant pool refers to any member of the catalogue; no method is looked at for that. */
    boolean mentioned(ConstantPool pool) {
        for (int i = 1; i < pool.size(); i++) {
            if (pool.isMember(i)) {
                int owner = pool.owner(i);
                int name = pool.name(i);
                if (filter.get(bit(pool.hash(owner), pool.hash(name))) && has(pool.text(owner), pool.text(name))) {
                    return true;
                }
            }
        }
        return false;
    }
}
