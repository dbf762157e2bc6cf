package dev.shirube.source.flow;

import dev.shirube.catalogue.CallSite;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One thing that an expression can be; parts of programs are compared by identity, since they are large and never copied. */
sealed interface Atom {

    /** A text or whole number. */
    record Constant(String text, boolean number) implements Atom {}

    /** Something of another module, by its qualified name: a module, type, function or constant. */
    record Qualified(String path) implements Atom {
        /** The name before the last dot; empty for what is global. */
        String owner() {
            int dot = path.lastIndexOf('.');
            return dot < 0 ? "" : path.substring(0, dot);
        }

        /** The name after the last dot. */
        String member() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    /** A list, array or tuple. */
    record Elements(List<Value> values) implements Atom {}

    /** A dictionary, object literal or struct: entries by name, and whether there may be others. */
    record Entries(SortedMap<String, Value> values, boolean more) implements Atom {}

    /**
     * What a call of the catalogue made.
     *
     * @param type qualified name of its type; empty where it is not known
     */
    record Made(CallSite site, String type) implements Atom {}

    /** A type of the unit itself. */
    record OwnType(FileIndex file, TypeDeclaration type) implements Atom {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnType it && it.type == type;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(type);
        }
    }

    /** A function of the unit itself, and the object that it is called on. */
    record OwnFunction(FileIndex file, Function function, Optional<Value> self, Frame frame) implements Atom {
        @Override
        public boolean equals(Object other) {
            return other instanceof OwnFunction it
                    && it.function == function
                    && it.frame == frame
                    && it.self.equals(self);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(function);
        }
    }

    /**
     * An object of a type of the unit itself.
     *
     * @param frame what its constructor was given
     * @param constant where it is a constant of an enumeration
     * @param given fields that were set where it was made
     */
    record Instance(
            FileIndex file,
            TypeDeclaration type,
            Frame frame,
            Optional<TypeDeclaration.EnumConstant> constant,
            SortedMap<String, Value> given)
            implements Atom {
        @Override
        public boolean equals(Object other) {
            return other instanceof Instance it
                    && it.type == type
                    && it.frame == frame
                    && it.constant.equals(constant)
                    && it.given.equals(given);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(type);
        }
    }

    /** No object. */
    record Nothing() implements Atom {}
}
