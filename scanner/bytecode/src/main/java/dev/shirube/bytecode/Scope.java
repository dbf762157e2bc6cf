package dev.shirube.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method of a class, and what flows in it.
 *
 * @param self its objects
 */
record Scope(ParsedClass owner, MethodCode method, MethodFlow flow, Self self) {

    /** The method of any object of the class. */
    Scope(ParsedClass owner, MethodCode method, MethodFlow flow) {
        this(owner, method, flow, Self.of(owner.name()));
    }

    /** The position among the parameters of what is in that local variable at the start; -1 for {@code this}. */
    int parameter(int local) {
        int slot = method.is(Opcodes.ACC_STATIC) ? 0 : 1;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int i = 0; i < types.length; i++) {
            if (slot == local) {
                return i;
            }
            slot += types[i].getSize();
        }
        return -1;
    }
}
