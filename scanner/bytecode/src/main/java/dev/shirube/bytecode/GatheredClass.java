package dev.shirube.bytecode;

import java.util.List;

/**
 * What the index of a unit keeps of one class.
 *
 * @param parents the superclass and the interfaces; none for {@code java.lang.Object} and for modules
 * @param references what {@link ReferenceTable#references} tells of it
 */
record GatheredClass(String location, String name, int access, List<String> parents, long[] references) {

    static GatheredClass of(String location, ConstantPool pool) {
        return new GatheredClass(location, pool.name(), pool.access(), pool.parents(), ReferenceTable.references(pool));
    }
}
