package dev.shirube.source.python;

import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What names mean in a place.
 *
 * @param receiver the parameter that is the object, or the class, which the method is called on; empty outside of methods
 * @param ofClass whether that is the class
 * @param type name of the class around the place; empty where there is none
 * @param superclass of that class
 * @param renamed variables of comprehensions, which end with them, by the names that are given to them
 * @param outer names of the module and of the functions around the one that the place is in
 * @param single whether what a generator yields is one object, which a {@code with} is given, and not elements
 * @param before what is done before the statement that is being read: the loops of its comprehensions
 */
record Scope(
        String receiver,
        boolean ofClass,
        String type,
        Optional<Syntax> superclass,
        Map<String, String> renamed,
        Set<String> outer,
        boolean single,
        List<Statement> before) {

    /** The top of a module with these names. */
    static Scope module(Set<String> names) {
        return new Scope("", false, "", Optional.empty(), Map.of(), Set.copyOf(names), false, new ArrayList<>());
    }

    /** The body of the class. */
    Scope inClass(String name, Optional<Syntax> base) {
        return new Scope("", false, name, base, renamed, outer, single, before);
    }

    /** The body of a method. */
    Scope inMethod(String self, boolean takesClass) {
        return new Scope(self, takesClass, type, superclass, renamed, outer, single, new ArrayList<>());
    }

    /** The body of a function or lambda with these parameters. */
    Scope inFunction(Set<String> parameters) {
        Map<String, String> names = new HashMap<>(renamed);
        names.keySet().removeAll(parameters);
        boolean hidden = parameters.contains(receiver);
        return new Scope(
                hidden ? "" : receiver,
                !hidden && ofClass,
                type,
                superclass,
                Map.copyOf(names),
                outer,
                single,
                new ArrayList<>());
    }

    /** The same, where these names are those of a function around. */
    Scope within(Set<String> names) {
        Set<String> all = new HashSet<>(outer);
        all.addAll(names);
        return new Scope(receiver, ofClass, type, superclass, renamed, Set.copyOf(all), single, before);
    }

    /** The same, with variables of a comprehension, and another place for what is done before. */
    Scope inComprehension(Map<String, String> variables, List<Statement> done) {
        Map<String, String> names = new HashMap<>(renamed);
        names.putAll(variables);
        return new Scope(receiver, ofClass, type, superclass, Map.copyOf(names), outer, single, done);
    }

    /** The same, in a function that yields one object. */
    Scope yieldingOne(boolean one) {
        return new Scope(receiver, ofClass, type, superclass, renamed, outer, one, before);
    }

    /** The same, with another place for what is done before. */
    Scope doing(List<Statement> done) {
        return new Scope(receiver, ofClass, type, superclass, renamed, outer, single, done);
    }
}
