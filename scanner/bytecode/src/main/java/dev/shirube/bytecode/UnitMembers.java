package dev.shirube.bytecode;

import dev.shirube.bytecode.MemberIndex.Alias;
import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.catalogue.CallSite;
import dev.shirube.engine.ScanUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of the catalogue as one unit knows them: by its own subclasses of their owners, and by the names that
 * shading gave to their owners.
 */
final class UnitMembers {

    private static final String CONSTRUCTOR = "<init>";

    private final MemberIndex base;
    private final UnitClasses classes;
    private final ClassStore store;
    private final Map<Alias, String> aliases = new HashMap<>();
    private final Relocations relocations;
    private final MemberIndex index;

    /**
     * @param tails {@link Relocations#tails} of the base
     */
    UnitMembers(ScanUnit unit, UnitClasses classes, MemberIndex base, Map<String, List<String>> tails) {
        this.base = base;
        this.classes = classes;
        this.store = new ClassStore(unit, base);
        this.relocations = Relocations.of(classes.lookalikes(), tails, this::same);
        for (String owner : base.owners()) {
            moved(owner);
            inherited(owner);
        }
        this.index = base.with(aliases, relocations);
    }

    /** All members by all their owners. */
    MemberIndex index() {
        return index;
    }

    /** Locations of the classes that use a member by an owner that the catalogue does not know. */
    List<String> users() {
        Set<String> users = new TreeSet<>();
        aliases.keySet()
                .forEach(alias ->
                        classes.referring(alias.owner(), alias.member()).forEach(it -> users.add(it.location())));
        return List.copyOf(users);
    }

    /** Whether the class declares a member that the catalogue knows of the other. */
    private boolean same(Relocations.Moved moved) {
        return base.members(moved.original()).stream().anyMatch(it -> declares(moved.name(), it));
    }

    private boolean declares(String name, String member) {
        return classes.named(name).stream()
                .flatMap(it -> store.at(it.location()).stream())
                .anyMatch(it -> it.declares(member));
    }

    private void moved(String owner) {
        relocations.prefixes().forEach((moved, original) -> {
            String name = owner.startsWith(original) ? moved + owner.substring(original.length()) : "";
            if (!classes.named(name).isEmpty() && !base.isOwner(name)) {
                base.members(owner).forEach(member -> aliases.put(new Alias(name, member), owner));
            }
        });
    }

    /** A member that a subclass inherits can be used by the subclass's name. */
    private void inherited(String owner) {
        Set<String> subclasses = classes.allBelow(owner);
        if (subclasses.isEmpty()) {
            return;
        }
        for (String member : base.members(owner)) {
            if (!member.equals(CONSTRUCTOR) && !member.equals(CallSite.CAST_MEMBER)) {
                Map<String, Boolean> own = new TreeMap<>();
                for (String subclass : subclasses) {
                    boolean used = !classes.referring(subclass, member).isEmpty();
                    if (used && !base.has(subclass, member) && !overrides(subclass, owner, member, own)) {
                        aliases.putIfAbsent(new Alias(subclass, member), owner);
                    }
                }
            }
        }
    }

    /** Whether the class, or one between it and the owner, declares the member itself: then that is another one. */
    private boolean overrides(String name, String owner, String member, Map<String, Boolean> known) {
        if (name.equals(owner)) {
            return false;
        }
        Boolean before = known.putIfAbsent(name, false); // classes of a hostile file may extend each other in a ring
        if (before != null) {
            return before;
        }
        Optional<Entry> entry = classes.named(name).stream().findFirst();
        boolean overrides = declares(name, member)
                || entry.stream()
                        .flatMap(it -> it.parents().stream())
                        .filter(it -> !classes.named(it).isEmpty())
                        .anyMatch(it -> overrides(it, owner, member, known));
        known.put(name, overrides);
        return overrides;
    }
}
