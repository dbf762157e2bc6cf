package dev.shirube.bytecode;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the index of a unit keeps of one class.
 *
 * @param parents the superclass and the interfaces; none for {@code java.lang.Object} and for modules
 * @param lookalike whether its name ends like that of a class of the catalogue, and is none
 * @param references what {@link ReferenceTable#references} tells of it
 */
record GatheredClass(
        String location, String name, int access, List<String> parents, boolean lookalike, long[] references) {

    static GatheredClass of(String location, ConstantPool pool, Predicate<String> lookalike) {
        String name = pool.name();
        return new GatheredClass(
                location, name, pool.access(), pool.parents(), lookalike.test(name), ReferenceTable.references(pool));
    }
}
