package dev.shirube.source.ruby;

import dev.shirube.source.tree.Syntax;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which names are variables in a method: those that are assigned in it. All others without arguments are calls. */
final class RubyLocals {

    private final Set<String> names = new HashSet<>();

    private RubyLocals() {}

    /** The variables of a method, of the body of a class, or of a whole file; not those of what is defined in it. */
    static Set<String> of(Syntax scope) {
        RubyLocals locals = new RubyLocals();
        scope.children().forEach(locals::collect);
        return locals.names;
    }

    private void collect(Syntax node) {
        switch (node.type()) {
            case "method", "singleton_method", "class", "module", "singleton_class" -> {
                return;
            }
            case "assignment", "operator_assignment" -> node.get("left").ifPresent(this::target);
            case "for", "match_pattern", "test_pattern", "in_clause" ->
                node.get("pattern").ifPresent(this::all);
            case "exception_variable", "method_parameters", "block_parameters", "lambda_parameters" -> parameters(node);
            default -> {}
        }
        node.children().forEach(this::collect);
    }

    private void target(Syntax node) {
        if (node.is("identifier")) {
            names.add(node.text());
        } else if (node.is("left_assignment_list", "destructured_left_assignment", "rest_assignment")) {
            node.children().forEach(this::target);
        }
    }

    private void parameters(Syntax list) {
        for (Syntax parameter : list.children()) {
            Optional<Syntax> name = parameter.get("name");
            if (parameter.is("identifier")) {
                names.add(parameter.text());
            } else if (name.isPresent()) {
                names.add(name.get().text());
            } else {
                parameters(parameter);
            }
        }
    }

    private void all(Syntax pattern) {
        if (pattern.is("identifier", "hash_key_symbol")) {
            names.add(pattern.text());
        }
        pattern.children().forEach(this::all);
    }
}
