package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Functions on collections and wrappers that the languages' own libraries have, by their names. */
final class Collections {

    private static final Set<String> LISTS = Set.of(
            "asList",
            "of",
            "listOf",
            "setOf",
            "arrayOf",
            "mutableListOf",
            "mutableSetOf",
            "intArrayOf",
            "arrayListOf",
            "Set",
            "List",
            "Array",
            "tuple",
            "list",
            "set",
            "frozenset",
            "array",
            "sequenceOf",
            "vec");

    private static final Set<String> MAPS = Set.of("mapOf", "mutableMapOf", "hashMapOf", "ofEntries", "dict", "Map");

    /** What gives back what it is called on, or its first argument, as far as its values matter. */
    private static final Set<String> SAME = Set.of(
            "unwrap",
            "expect",
            "toList",
            "toSet",
            "iter",
            "iter_mut",
            "into_iter",
            "cases",
            "freeze",
            "to_vec",
            "as_slice",
            "toArray",
            "stream",
            "collect",
            "sorted",
            "reversed",
            "to_a",
            "dup",
            "unmodifiableList",
            "unmodifiableSet",
            "unmodifiableMap",
            "copyOf",
            "Ptr",
            "items",
            "entries",
            "each",
            "get",
            "await",
            "asSequence",
            "MappingProxyType",
            "deepcopy",
            "copy",
            "promisify",
            "Some",
            "Ok",
            "Just",
            "resolve",
            "lazy",
            "require_not_none",
            "requireNonNull",
            "also",
            "apply",
            "map_err",
            "as_deref",
            "cloned",
            "copied",
            "entrySet",
            "each_pair");

    /** What gives the values of a dictionary as a list. */
    private static final Set<String> VALUES = Set.of("values", "Values", "array_values");

    /** What gives the keys of a dictionary as a list. */
    private static final Set<String> KEYS = Set.of("keys", "Keys", "keySet", "array_keys");

    private static final Set<String> ENDS = Set.of(
            "first",
            "First",
            "firstOrNull",
            "FirstOrDefault",
            "getFirst",
            "last",
            "Last",
            "lastOrNull",
            "LastOrDefault",
            "getLast");

    /** What puts the elements of its arguments behind those of what it is called on. */
    private static final Set<String> CONCATENATING = Set.of("concat", "Concat", "Union", "plus", "union");

    private static final Set<String> OR_ELSE = Set.of(
            "orElse",
            "unwrap_or",
            "unwrap_or_else",
            "or_else",
            "getOrElse",
            "ifEmpty",
            "unwrap_or_default",
            "orElseGet",
            "or");

    /** What calls the function that it is given with each element. */
    private static final Set<String> EACH = Set.of(
            "forEach",
            "each",
            "map",
            "flatMap",
            "filter",
            "for_each",
            "foreach",
            "Select",
            "ForEach",
            "each_with_index",
            "array_map",
            "array_walk",
            "collect",
            "every",
            "some",
            "find",
            "flat_map",
            "mapNotNull",
            "onEach",
            "each_pair");

    /** What gives back a list of what the function makes of each element. */
    private static final Set<String> MAPPING =
            Set.of("map", "array_map", "Select", "flatMap", "flat_map", "mapNotNull");

    /** What takes one of the elements out of the list. */
    private static final Set<String> TAKING = Set.of("array_shift", "array_pop", "shift", "pop", "reset", "sample");

    /** What calls the function that it is given with the object itself. */
    private static final Set<String> WITH = Set.of("let", "also", "tap", "then", "yield_self", "with");

    private final Evaluator evaluator;

    Collections(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What the call gives back; nothing for a function that is not known. */
    Optional<Value> of(String name, Optional<Value> receiver, List<Value> arguments, Expression.Call call, Spot spot) {
        boolean collection = receiver.filter(Collections::isCollection).isPresent();
        if (receiver.filter(Collections::isMapType).isPresent()) {
            if (name.equals("of")) {
                return Optional.of(alternating(arguments));
            } else if (name.equals("entry") && arguments.size() == 2) {
                return Optional.of(Value.of(new Atom.Elements(arguments)));
            }
        }
        if (LISTS.contains(name) && !collection) {
            return list(arguments);
        } else if (MAPS.contains(name) && !collection) {
            return map(arguments, call, spot);
        } else if (name.equals("to") && arguments.size() == 1 && receiver.isPresent()) { // Kotlin's infix pair
            return Optional.of(Value.of(new Atom.Elements(List.of(receiver.get(), arguments.get(0)))));
        } else if (collection && !arguments.isEmpty() && isLookUp(name)) {
            return Optional.of(lookedUp(receiver.get(), arguments));
        } else if (name.equals("find") && arguments.size() == 1 && isMapping(receiver) && isKey(arguments.get(0))) {
            return Optional.of(iterator(receiver.orElseThrow(), arguments));
        } else if (CONCATENATING.contains(name)
                && receiver.filter(it -> it.all(Atom.Elements.class::isInstance))
                        .isPresent()) {
            return Optional.of(concatenated(receiver.get(), arguments));
        } else if (collection && arguments.isEmpty() && ENDS.contains(name)) {
            return Optional.of(end(receiver.get(), name.toLowerCase(Locale.ROOT).startsWith("last")));
        } else if (OR_ELSE.contains(name) && receiver.isPresent() && !arguments.isEmpty()) {
            return Optional.of(orElse(receiver.get(), arguments.get(0)));
        } else if (TAKING.contains(name)) {
            Optional<Value> from = receiver.or(() -> arguments.stream().findFirst());
            return from.filter(Collections::isCollection)
                    .map(it -> evaluator.operations().all(it));
        } else if (MAPPING.contains(name)) {
            return mapped(arguments, spot);
        } else if (name.equals("enumerate")) {
            return same(receiver, arguments.stream().limit(1).toList()).map(Collections::numbered);
        } else if (SAME.contains(name) || VALUES.contains(name) || KEYS.contains(name)) {
            return same(receiver, arguments).map(it -> listed(name, it, receiver.filter(on -> on != it)));
        }
        return Merging.of(name, receiver, arguments, call);
    }

    /** What the function that is given makes of the elements: any of that. */
    private Optional<Value> mapped(List<Value> arguments, Spot spot) {
        for (Value argument : arguments) {
            if (argument.atoms().size() == 1
                    && argument.atoms().get(0) instanceof Atom.OwnFunction own
                    && own.function().name().isEmpty()) {
                Spot inside = new Spot(own.file(), own.frame());
                Value each = Value.none();
                for (Expression returned : new Returned(evaluator, inside).by(own.function())) {
                    each = each.or(evaluator.settled(returned, inside));
                }
                return each.isUnknown() ? Optional.empty() : Optional.of(Value.of(new Atom.Elements(List.of(each))));
            }
        }
        return Optional.empty();
    }

    /** Java's type of dictionaries, whose functions have the names of those of lists. */
    private static boolean isMapType(Value value) {
        return value.all(it -> it instanceof Atom.Qualified type && type.path().equals("java.util.Map"));
    }

    /** Keys and values in turn. */
    private static Value alternating(List<Value> arguments) {
        TreeMap<String, Value> entries = new TreeMap<>();
        boolean more = false;
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            more |= !put(entries, arguments.get(i), arguments.get(i + 1));
        }
        return Value.of(new Atom.Entries(entries, more));
    }

    /** Of a dictionary its values or keys; where the language's own object is asked for them, its entries as pairs. */
    private static Value listed(String name, Value value, Optional<Value> asked) {
        if (value.atoms().size() != 1 || !(value.atoms().get(0) instanceof Atom.Entries dictionary)) {
            return value;
        }
        List<Value> list = new ArrayList<>();
        for (var entry : dictionary.values().entrySet()) {
            Value key = Value.text(entry.getKey());
            if (VALUES.contains(name)) {
                list.add(entry.getValue());
            } else if (KEYS.contains(name)) {
                list.add(key);
            } else if (name.equals("entries") && asked.isPresent()) {
                list.add(Value.of(new Atom.Elements(List.of(key, entry.getValue()))));
            } else {
                return value;
            }
        }
        return value.withAtoms(List.of(new Atom.Elements(list)));
    }

    private static Value end(Value collection, boolean last) {
        Value all = Value.none();
        for (Atom atom : collection.atoms()) {
            List<Value> elements = atom instanceof Atom.Elements it ? it.values() : List.of();
            all = all.or(
                    elements.isEmpty()
                            ? Value.unknown(OpenReason.COLLECTION)
                            : elements.get(last ? elements.size() - 1 : 0));
        }
        return all.dependingOn(collection.withAtoms(List.of()));
    }

    private static Value concatenated(Value first, List<Value> others) {
        List<Value> all = new ArrayList<>();
        Value depends = first.withAtoms(List.of());
        for (Atom atom : first.atoms()) {
            all.addAll(((Atom.Elements) atom).values());
        }
        for (Value other : others) {
            if (other.all(Atom.Elements.class::isInstance)) {
                other.atoms().forEach(it -> all.addAll(((Atom.Elements) it).values()));
                depends = depends.dependingOn(other.withAtoms(List.of()));
            } else {
                all.add(other);
            }
        }
        return first.withAtoms(List.of(new Atom.Elements(all))).dependingOn(depends);
    }

    /** What a look-up leaves in the variable that it was given for it: {@code table.TryGetValue(key, out value)}. */
    Optional<Value> left(Expression.Call call, int argument, Spot spot) {
        boolean looksUp = argument == 1
                && call.arguments().size() == 2
                && call.callee() instanceof Expression.Member member
                && member.name().equals("TryGetValue");
        if (!looksUp) {
            return Optional.empty();
        }
        Value table = evaluator.settled(((Expression.Member) call.callee()).object(), spot);
        Value key = evaluator.settled(call.arguments().get(0).value(), spot);
        return isCollection(table) ? Optional.of(lookedUp(table, List.of(key))) : Optional.empty();
    }

    private static boolean isCollection(Value value) {
        return value.all(it -> it instanceof Atom.Elements || it instanceof Atom.Entries);
    }

    private static boolean isMapping(Optional<Value> receiver) {
        return receiver.filter(it -> it.all(Atom.Entries.class::isInstance)).isPresent();
    }

    private static boolean isKey(Value argument) {
        return argument.atoms().stream().noneMatch(Atom.OwnFunction.class::isInstance);
    }

    /** A place in a dictionary of C++, with the key and the value that stand there. */
    private Value iterator(Value dictionary, List<Value> arguments) {
        TreeMap<String, Value> pair = new TreeMap<>();
        pair.put("first", arguments.get(0));
        pair.put("second", lookedUp(dictionary, arguments));
        return Value.of(new Atom.Entries(pair, false));
    }

    private static boolean isLookUp(String name) {
        return Set.of("get", "getOrDefault", "fetch", "at", "dig", "elementAt", "nth", "getValue")
                .contains(name);
    }

    private static Optional<Value> list(List<Value> arguments) {
        if (arguments.size() == 1) {
            Value only = arguments.get(0);
            if (only.all(Atom.Elements.class::isInstance)) {
                return Optional.of(only);
            } else if (!only.all(
                    it -> it instanceof Atom.Constant || it instanceof Atom.Made || it instanceof Atom.Elements)) {
                return Optional.empty();
            }
        }
        return Optional.of(Value.of(new Atom.Elements(arguments)));
    }

    private Optional<Value> map(List<Value> arguments, Expression.Call call, Spot spot) {
        TreeMap<String, Value> entries = new TreeMap<>();
        boolean more = false;
        if (arguments.size() == 1 && isListOfPairs(arguments.get(0))) { // new Map([["a", 1], ["b", 2]])
            for (Value pair : ((Atom.Elements) arguments.get(0).atoms().get(0)).values()) {
                List<Value> parts = ((Atom.Elements) pair.atoms().get(0)).values();
                more |= !put(entries, parts.get(0), parts.get(1));
            }
            return Optional.of(Value.of(new Atom.Entries(entries, more)));
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Optional<String> name = call.arguments().get(i).name();
            Value value = arguments.get(i);
            if (name.isPresent()) {
                entries.put(name.get(), value);
            } else if (value.atoms().size() == 1
                    && value.atoms().get(0) instanceof Atom.Elements pair
                    && pair.values().size() == 2) {
                more |= !put(entries, pair.values().get(0), pair.values().get(1));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Value.of(new Atom.Entries(entries, more)));
    }

    private static boolean isListOfPairs(Value value) {
        return value.atoms().size() == 1
                && value.atoms().get(0) instanceof Atom.Elements list
                && list.values().stream()
                        .allMatch(it -> it.atoms().size() == 1
                                && it.atoms().get(0) instanceof Atom.Elements pair
                                && pair.values().size() == 2);
    }

    private static boolean put(TreeMap<String, Value> entries, Value key, Value value) {
        boolean constant = key.atoms().size() == 1 && key.atoms().get(0) instanceof Atom.Constant;
        if (constant) {
            entries.put(((Atom.Constant) key.atoms().get(0)).text(), value);
        }
        return constant;
    }

    private Value lookedUp(Value collection, List<Value> arguments) {
        Value key = arguments.get(0);
        Value found = Value.none();
        for (Atom atom : collection.atoms()) {
            for (Atom wanted : key.atoms()) {
                found = found.or(lookedUp(atom, wanted));
            }
        }
        if (key.isUnknown()) {
            found = evaluator
                    .operations()
                    .all(collection)
                    .open(OpenReason.COLLECTION.id())
                    .dependingOn(key);
        }
        return arguments.size() > 1 ? found.or(arguments.get(1)) : found.dependingOn(key.withAtoms(List.of()));
    }

    private static Value lookedUp(Atom collection, Atom key) {
        if (!(key instanceof Atom.Constant constant)) {
            return Value.unknown(OpenReason.COLLECTION);
        }
        Value value = null;
        if (collection instanceof Atom.Entries entries) {
            value = entries.values().get(constant.text());
        } else if (collection instanceof Atom.Elements elements
                && constant.number()
                && constant.text().length() < 5) {
            int index = Integer.parseInt(constant.text());
            value = index >= 0 && index < elements.values().size()
                    ? elements.values().get(index)
                    : null;
        }
        return value == null ? Value.unknown(OpenReason.COLLECTION) : value.through(Resolution.LOCAL);
    }

    private static Value orElse(Value value, Value other) {
        boolean setting = value.isUnknown() && value.open().startsWith(OpenReason.SETTING);
        if (setting && !other.isUnknown()) {
            return new Value(other.atoms(), value.open(), Resolution.CONFIG, other.hops() + 1, other.parameters());
        }
        return value.or(other);
    }

    private Optional<Value> same(Optional<Value> receiver, List<Value> arguments) {
        Optional<Value> value = receiver.isPresent() && !receiver.get().all(Atom.Qualified.class::isInstance)
                ? receiver
                : arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
        return value.map(this::enumerated);
    }

    /** Each element of a list together with its number; entries are pairs already. */
    private static Value numbered(Value value) {
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Elements list) {
                List<Value> pairs = new ArrayList<>();
                for (Value element : list.values()) {
                    pairs.add(Value.of(new Atom.Elements(List.of(Value.unknown(OpenReason.COMPUTATION), element))));
                }
                atoms.add(new Atom.Elements(pairs));
            } else {
                atoms.add(atom);
            }
        }
        return value.withAtoms(atoms);
    }

    /** The constants of an enumeration that is asked for all of them. */
    Value enumerated(Value value) {
        if (value.atoms().size() == 1
                && value.atoms().get(0) instanceof Atom.OwnType own
                && !own.type().enumerations().isEmpty()) {
            return Value.of(new Atom.Elements(own.type().enumerations().stream()
                    .map(it -> evaluator.objects().ofType(own, it.name()).orElse(Value.none()))
                    .toList()));
        }
        return value;
    }

    /** Any of the constants of an enumeration; nothing of another type. */
    Optional<Value> constants(Atom.OwnType own) {
        Value all = Value.none();
        for (var constant : own.type().enumerations()) {
            all = all.or(evaluator.objects().ofType(own, constant.name()).orElse(Value.none()));
        }
        return all.atoms().isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** What a function without a name is given by the function of a library that calls it. */
    Value lambda(Function function, int index, Spot spot) {
        return spot.file()
                .parent(function)
                .flatMap(it -> given(it, index, function.parameters().size() > 1, spot))
                .orElse(Value.unknown(OpenReason.LAMBDA));
    }

    /** The same of a function that is only named. */
    Optional<Value> given(Expression.Reference function, int index, Spot spot) {
        return given(function, index, false, spot);
    }

    private Optional<Value> given(Object lambda, int index, boolean several, Spot spot) {
        Object outer = spot.file().parent(lambda).orElse(null);
        if (!(outer instanceof Expression.Call call)) {
            return Optional.empty();
        }
        String name = FileIndex.calledName(call.callee());
        Optional<Expression> over =
                call.callee() instanceof Expression.Member member && !isModule(member.object(), spot)
                        ? Optional.of(member.object())
                        : call.arguments().stream()
                                .map(Expression.Argument::value)
                                .filter(it -> it != lambda)
                                .findFirst()
                                .map(Collections::begun);
        if (over.isEmpty()) {
            return Optional.empty();
        }
        if (EACH.contains(name)) {
            List<Reaching.Step> steps = several ? List.of(new Reaching.Step(index, "")) : List.of();
            return Optional.of(evaluator
                    .operations()
                    .element(over.get(), index == 0 && isList(over.get(), spot) ? List.of() : steps, spot)
                    .through(Resolution.LOCAL));
        } else if (WITH.contains(name) && index == 0) {
            return Optional.of(evaluator.settled(over.get(), spot).through(Resolution.LOCAL));
        }
        return Optional.empty();
    }

    /** Whether a function of a module is called, such as {@code std::for_each}. */
    private boolean isModule(Expression object, Spot spot) {
        return object instanceof Expression.Name && evaluator.eval(object, spot).all(Atom.Qualified.class::isInstance);
    }

    /** What {@code x.begin()} is the beginning of. */
    private static Expression begun(Expression first) {
        return first instanceof Expression.Call call
                        && call.arguments().isEmpty()
                        && call.callee() instanceof Expression.Member member
                        && (member.name().equals("begin") || member.name().equals("cbegin"))
                ? member.object()
                : first;
    }

    private boolean isList(Expression over, Spot spot) {
        return evaluator.settled(over, spot).all(Atom.Elements.class::isInstance);
    }
}
