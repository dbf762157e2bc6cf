package dev.shirube.bytecode;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The catalogue's members by internal name ({@code java/security/Signature}), for look-ups that allocate nothing. */
final class MemberIndex {

    private static final int BITS = 1 << 16;
    private static final int CAST = ConstantPool.hash(CallSite.CAST_MEMBER);

    private final Map<String, Set<String>> members = new HashMap<>();
    private final SortedSet<String> owners = new TreeSet<>();
    /** Members by some bits of their hash: most classes of most archives refer to none, which costs no look-up then. */
    private final BitSet filter = new BitSet(BITS);
    /** The catalogue's own owner of a member that a unit knows by another owner too. */
    private final Map<Alias, String> aliases = new HashMap<>();

    private final Relocations relocations;

    /**
     * Another owner by which a unit's classes use a member of the catalogue.
     *
     * @param owner internal name of the class, as the unit writes it
     */
    record Alias(String owner, String member) {}

    MemberIndex(Catalogue catalogue) {
        relocations = Relocations.NONE;
        for (ApiPoint point : catalogue.points()) {
            add(point.owner().replace('.', '/'), point.member());
        }
    }

    private MemberIndex(MemberIndex base, Map<Alias, String> more, Relocations relocations) {
        this.relocations = relocations;
        base.members.forEach((owner, names) -> names.forEach(name -> add(owner, name)));
        aliases.putAll(more);
        more.keySet().forEach(alias -> add(alias.owner, alias.member));
    }

    /**
     * The same members and those that a unit knows by other owners.
     *
     * @param more the other owner of each, with the catalogue's own
     */
    MemberIndex with(Map<Alias, String> more, Relocations moved) {
        return more.isEmpty() ? this : new MemberIndex(this, more, moved);
    }

    private void add(String owner, String member) {
        members.computeIfAbsent(owner, it -> new HashSet<>()).add(member);
        owners.add(owner);
        filter.set(bit(ConstantPool.hash(owner), ConstantPool.hash(member)));
    }

    boolean has(String owner, String member) {
        Set<String> names = members.get(owner);
        return names != null && names.contains(member);
    }

    /** Whether the class is an owner of any member. */
    boolean isOwner(String name) {
        return members.containsKey(name);
    }

    /** Names of the members of that owner. */
    Set<String> members(String owner) {
        return Collections.unmodifiableSet(members.getOrDefault(owner, Set.of()));
    }

    /** All owners, in order. */
    Collection<String> owners() {
        return Collections.unmodifiableSortedSet(owners);
    }

    /** The owner by which the catalogue knows the member. */
    String owner(String owner, String member) {
        return aliases.isEmpty() ? owner : aliases.getOrDefault(new Alias(owner, member), owner);
    }

    /** A descriptor with the names of types as the catalogue knows them. */
    String descriptor(String descriptor) {
        return relocations.original(descriptor);
    }

    private static int bit(int owner, int name) {
        return (owner * 31 + name) * 0x9E3779B9 >>> 16;
    }

    /** Whether the constant pool refers to any member of the catalogue; no method is looked at for that. */
    boolean mentioned(ConstantPool pool) {
        for (int i = 0; i < pool.members(); i++) {
            int member = pool.member(i);
            int owner = pool.owner(member);
            int name = pool.name(member);
            if (filter.get(bit(pool.hash(owner), pool.hash(name))) && has(pool.text(owner), pool.text(name))) {
                return true;
            }
        }
        for (int i = 0; i < pool.classes(); i++) {
            int type = pool.className(pool.classEntry(i));
            if (filter.get(bit(pool.hash(type), CAST)) && has(pool.text(type), CallSite.CAST_MEMBER)) {
                return true;
            }
        }
        return false;
    }
}
