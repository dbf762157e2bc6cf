package dev.shirube.bytecode;

import dev.shirube.engine.GatheredIndex;
import dev.shirube.engine.ScanInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills {@link UnitClasses} from the raw constant pools of a unit's classes. */
final class UnitClassesIndex implements GatheredIndex<UnitClasses> {

    /** Suffixes of class files; the two odd ones are those of monitoring agents. */
    private static final List<String> SUFFIXES = List.of(".class", ".classdata", ".esclazz");

    private final MemberIndex members;
    private final Map<String, List<String>> tails;

    /** @param tails {@link Relocations#tails} of the members */
    UnitClassesIndex(MemberIndex members, Map<String, List<String>> tails) {
        this.members = members;
        this.tails = tails;
    }

    @Override
    public Gatherer<UnitClasses> begin() {
        return new Classes();
    }

    private boolean looksLikeAnOwner(String name) {
        Optional<String> tail = Relocations.tail(name);
        return tail.isPresent() && tails.containsKey(tail.get()) && !members.isOwner(name);
    }

    private final class Classes implements Gatherer<UnitClasses> {
        private final List<GatheredClass> classes = new ArrayList<>();
        private boolean complete = true;
        private boolean related;

        @Override
        public boolean wants(ScanInput input) {
            String name = input.name();
            return SUFFIXES.stream().anyMatch(name::endsWith);
        }

        @Override
        public boolean add(ScanInput input) throws IOException {
            boolean isClass = ClassHeader.isClass(input.bytes());
            if (isClass) {
                Optional<ConstantPool> pool = input.view(ConstantPool.VIEW);
                if (pool.isPresent()) {
                    keep(GatheredClass.of(input.location(), pool.get(), UnitClassesIndex.this::looksLikeAnOwner));
                } else {
                    missing(input);
                }
            }
            return isClass;
        }

        private synchronized void keep(GatheredClass read) {
            classes.add(read);
            related |= read.lookalike();
            for (String parent : read.parents()) {
                related |= members.isOwner(parent);
            }
        }

        /** Subclasses of the catalogue's classes, and moved ones, make other calls calls of the catalogue. */
        @Override
        public synchronized boolean matters() {
            return related;
        }

        /** A class that cannot be read may be the one that matters: nothing is said to be complete then. */
        @Override
        public synchronized void missing(ScanInput input) {
            complete = false;
        }

        @Override
        public synchronized UnitClasses result(boolean all) {
            classes.sort(Comparator.comparing(GatheredClass::location)
                    .thenComparing(GatheredClass::name)
                    .thenComparing(GatheredClass::references, Arrays::compare));
            UnitClasses index = new UnitClasses(complete && all);
            classes.forEach(index::add);
            classes.clear();
            return index;
        }
    }
}
