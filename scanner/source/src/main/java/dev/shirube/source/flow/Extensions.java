package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions that are written outside of a type of the language's own library and called on its objects. */
final class Extensions {

    private static final Set<String> TEXTS = Set.of("String", "CharSequence", "Any", "T");
    private static final Set<String> NUMBERS = Set.of("Int", "Long", "Number", "Any", "T");

    private final Evaluator evaluator;

    Extensions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether the function may be called on such an object. */
    static boolean isOf(Function function, Value object) {
        Optional<String> type = function.receiver().map(FileIndex::receiverName);
        return type.isPresent() && object.all(it -> it instanceof Atom.Made || isOf(it, type.get()));
    }

    private static boolean isOf(Atom object, String type) {
        return object instanceof Atom.Constant constant && (constant.number() ? NUMBERS : TEXTS).contains(type);
    }

    /** The function that is called on a text or number, with what it is called on; nothing where none is seen. */
    Optional<Atom.OwnFunction> of(Expression.Call call, Spot spot) {
        if (!(call.callee() instanceof Expression.Member member)) {
            return Optional.empty();
        }
        Value object = evaluator.settled(member.object(), spot);
        if (!object.all(Atom.Constant.class::isInstance)) {
            return Optional.empty();
        }
        return among(spot.file(), member.name(), object).or(() -> elsewhere(member.name(), object, spot.file()));
    }

    private static Optional<Atom.OwnFunction> among(FileIndex file, String name, Value object) {
        return file.functions(name).stream()
                .filter(it -> isOf(it, object))
                .findFirst()
                .map(it -> new Atom.OwnFunction(file, it, Optional.of(object), Frame.OPEN));
    }

    private Optional<Atom.OwnFunction> elsewhere(String name, Value object, FileIndex file) {
        List<String> paths = new ArrayList<>();
        for (Import one : file.imports()) {
            if (!one.wildcard() && one.name().equals(name)) {
                paths.add(one.path());
            }
        }
        if (paths.isEmpty() && !file.file().module().isEmpty()) {
            paths.add(file.file().module() + "." + name);
        }
        for (String path : paths) {
            Optional<Atom.OwnFunction> found = evaluator
                    .program()
                    .declared(path, file)
                    .filter(it -> it.names().size() == 1)
                    .flatMap(it -> among(it.file(), it.names().get(0), object));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
