package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types of the unit that extend another one: where that one leaves a function open, they say what it does. */
final class Subtypes {

    /** Types that extend one: of more, none is meant in particular. */
    private static final int MOST = 12;

    private final Evaluator evaluator;
    private final Map<TypeDeclaration, List<Atom.OwnType>> known = new IdentityHashMap<>();

    Subtypes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Functions that are meant in place of one without a body, on an object of which no more than the type is known. */
    List<Atom.OwnFunction> meant(Atom.OwnFunction open) {
        Optional<TypeDeclaration> type = open.file().typeAround(open.function());
        boolean ofType = open.self().stream()
                .flatMap(it -> it.atoms().stream())
                .anyMatch(it -> it instanceof Atom.Instance instance && instance.type() == type.orElse(null));
        if (!ofType || !isOpen(open.function())) {
            return List.of();
        }
        List<Atom.OwnFunction> meant = new ArrayList<>();
        for (Atom.OwnType subtype : of(open.file(), type.get())) {
            Value self = Value.of(Evaluator.instance(subtype.file(), subtype.type(), Frame.OPEN));
            for (Function method : Objects.methods(
                    subtype.file(), subtype.type(), open.function().name())) {
                meant.add(new Atom.OwnFunction(subtype.file(), method, Optional.of(self), Frame.OPEN));
            }
        }
        return meant;
    }

    /** Whether the function does nothing by itself. */
    private static boolean isOpen(Function function) {
        return function.body().statements().stream()
                .allMatch(it -> it instanceof Statement.Leave
                        || it instanceof Statement.Evaluate evaluate
                                && Children.of(evaluate.expression()).isEmpty());
    }

    /** Types that extend that one. */
    List<Atom.OwnType> of(FileIndex file, TypeDeclaration type) {
        List<Atom.OwnType> before = known.get(type);
        if (before != null) {
            return before;
        }
        known.put(type, List.of()); // whoever asks meanwhile already gathers them
        List<Atom.OwnType> found = new ArrayList<>();
        gather(file, file.file().types(), type, found);
        for (FileIndex other : evaluator.program().mentioning(type.name(), file).files()) {
            gather(other, other.file().types(), type, found);
        }
        List<Atom.OwnType> all = found.size() > MOST ? List.of() : List.copyOf(found);
        known.put(type, all);
        return all;
    }

    private void gather(FileIndex file, List<TypeDeclaration> types, TypeDeclaration wanted, List<Atom.OwnType> found) {
        for (TypeDeclaration type : types) {
            for (Expression supertype : type.supertypes()) {
                if (FileIndex.receiverName(supertype).equals(wanted.name())
                        && evaluator.settled(supertype, Spot.open(file)).atoms().stream()
                                .anyMatch(it -> it instanceof Atom.OwnType own && own.type() == wanted)) {
                    found.add(new Atom.OwnType(file, type));
                }
            }
            gather(file, type.types(), wanted, found);
        }
    }
}
