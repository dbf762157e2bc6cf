package dev.shirube.source.flow;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.ArgumentPath;
import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.CallShape;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.SiteUnion;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.OpenReason;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Calls of the catalogue: which rows a call may be of, and what it is given. */
final class Sites {

    static final String CONSTRUCTOR = "<init>";
    private static final ArgumentValue SELF = new ArgumentValue.Expression("this", OpenReason.THIS.id());

    private final Evaluator evaluator;
    private final Known known;
    private final Arguments arguments;
    private final ObjectUses uses;
    private final ForeignReceivers foreign;

    Sites(Evaluator evaluator, Known known) {
        this.evaluator = evaluator;
        this.known = known;
        this.arguments = new Arguments(evaluator);
        this.uses = new ObjectUses(evaluator, this);
        this.foreign = new ForeignReceivers(evaluator, known);
    }

    /**
     * A call of the catalogue.
     *
     * @param rows that are meant by it
     * @param type of what it gives back; empty where that is not known
     */
    record Match(CallSite site, List<ApiPoint> rows, String type) {}

    /**
     * The rows that the call may be of, by owner; and what it is called on.
     *
     * @param exact whether the language's own tools found them
     */
    record Candidates(List<List<ApiPoint>> rows, Optional<Expression> receiver, Value on, boolean exact) {
        static final Candidates NONE = new Candidates(List.of(), Optional.empty(), Value.none(), true);
    }

    /** What the catalogue says of the call; nothing for a call that is not in it. */
    List<Match> at(Expression.Call call, Spot spot) {
        Candidates candidates = candidates(call.callee(), call.makes(), call.target(), spot);
        List<Match> matches = new ArrayList<>();
        for (List<ApiPoint> rows : candidates.rows()) {
            match(call, rows, candidates, spot).ifPresent(matches::add);
        }
        return matches;
    }

    private Optional<Match> match(Expression.Call call, List<ApiPoint> rows, Candidates candidates, Spot spot) {
        Given given = packed(given(call, spot, asked(rows)), call, rows);
        Optional<String> descriptor = call.target().flatMap(Expression.Target::descriptor);
        ArgumentValue receiver = receiver(call, candidates, spot);
        for (CallSite.Kind kind : kinds(rows)) {
            Use use = new Use(kind, descriptor, receiver, candidates.exact());
            CallSite site = site(rows.get(0), use, given, call.place(), call, spot.file());
            List<ApiPoint> meant = ApiPoint.meant(rows, site);
            if (!meant.isEmpty()) {
                return Optional.of(new Match(site, meant, type(meant.get(0), candidates.on())));
            }
        }
        return Optional.empty();
    }

    private ArgumentValue receiver(Expression.Call call, Candidates candidates, Spot spot) {
        if (candidates.receiver().isEmpty()) {
            return call.makes() || call.target().isEmpty() ? ArgumentValue.UNKNOWN : SELF;
        }
        Expression object = candidates.receiver().get();
        ArgumentValue value = arguments.of(
                candidates.on(), Arguments.written(object, spot.file().file()), spot);
        return value instanceof ArgumentValue.Produced produced
                ? new ArgumentValue.Produced(produced.by(), uses.of(object, call, spot))
                : value;
    }

    /** What a function of the catalogue that is named and not called may be called with. */
    List<Match> at(Expression.Reference reference, Spot spot) {
        Candidates candidates = candidates(reference.callee(), reference.makes(), reference.target(), spot);
        if (candidates.rows().isEmpty()) {
            return List.of();
        }
        List<ArgumentValue> positional = evaluator
                .invocations()
                .collections()
                .given(reference, 0, spot)
                .filter(it -> !it.isUnknown())
                .map(it -> arguments.of(it, "", spot))
                .stream()
                .toList();
        Optional<String> descriptor = reference.target().flatMap(Expression.Target::descriptor);
        Use use = new Use(CallSite.Kind.METHOD_REFERENCE, descriptor, ArgumentValue.UNKNOWN, candidates.exact());
        List<Match> matches = new ArrayList<>();
        for (List<ApiPoint> rows : candidates.rows()) {
            Given given = new Given(positional, new TreeMap<>());
            CallSite site = site(rows.get(0), use, given, reference.place(), reference, spot.file());
            List<ApiPoint> meant = ApiPoint.meant(rows, site);
            if (!meant.isEmpty()) {
                matches.add(new Match(site, meant, ""));
            }
        }
        return matches;
    }

    /** A cast to a type, or the question whether an object is of it. */
    Optional<Match> cast(Expression.Cast cast, Expression type, Spot spot) {
        Set<String> types = known.typesWith(CallSite.CAST_MEMBER);
        boolean byName = !(type instanceof Expression.Resolved)
                && evaluator.program().language().traits().contains(Trait.TYPES_TELL);
        if (types.isEmpty() || byName && !types.contains(FileIndex.receiverName(type))) {
            return Optional.empty();
        }
        for (Atom atom : evaluator.eval(type, spot).atoms()) {
            if (atom instanceof Atom.Qualified it) {
                List<ApiPoint> rows = known.rows(it.path(), CallSite.CAST_MEMBER);
                if (!rows.isEmpty() && !evaluator.isHidden(it.path(), spot.file())) {
                    Use use = Use.of(CallSite.Kind.CAST, isExact(type));
                    Given none = new Given(List.of(), new TreeMap<>());
                    return Optional.of(
                            new Match(site(rows.get(0), use, none, cast.place(), cast, spot.file()), rows, ""));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isExact(Expression name) {
        return name instanceof Expression.Resolved
                || !evaluator.program().language().resolves();
    }

    private static List<CallSite.Kind> kinds(List<ApiPoint> rows) {
        return rows.stream()
                .filter(ApiPoint::callable)
                .map(ApiPoint::kind)
                .distinct()
                .toList();
    }

    /** How something of the catalogue is used. */
    private record Use(CallSite.Kind kind, Optional<String> descriptor, ArgumentValue receiver, boolean exact) {
        static Use of(CallSite.Kind kind, boolean exact) {
            return new Use(kind, Optional.empty(), ArgumentValue.UNKNOWN, exact);
        }
    }

    private static CallSite site(ApiPoint row, Use use, Given given, Place place, Object node, FileIndex file) {
        return new CallSite(
                use.kind(),
                row.owner(),
                row.member(),
                use.descriptor(),
                given.positional(),
                given.named(),
                use.receiver(),
                file.file().source().location(),
                OptionalInt.of(place.line()),
                OptionalInt.of(place.column()),
                file.enclosing(node),
                EvidenceKind.SOURCE,
                file.file().context(place),
                use.exact());
    }

    /** The same call as seen from the place where a function around it is called. */
    static CallSite seenFrom(CallSite site, Place place, Object node, FileIndex file) {
        CodeContext context = file.file().context(place);
        return new CallSite(
                site.kind(),
                site.owner(),
                site.member(),
                site.descriptor(),
                site.arguments(),
                site.named(),
                site.receiver(),
                file.file().source().location(),
                OptionalInt.of(place.line()),
                OptionalInt.of(place.column()),
                file.enclosing(node),
                site.evidence(),
                context,
                site.exactOwner());
    }

    /** The same call where its owner is only likely. */
    static CallSite inexact(CallSite site) {
        return new CallSite(
                site.kind(),
                site.owner(),
                site.member(),
                site.descriptor(),
                site.arguments(),
                site.named(),
                site.receiver(),
                site.location(),
                site.line(),
                site.offset(),
                site.enclosing(),
                site.evidence(),
                site.context(),
                false);
    }

    /** An object of a type of the catalogue, of whose making no row tells. */
    Optional<Value> made(Value callee, Expression.Call call, Spot spot) {
        if (callee.atoms().size() != 1 || !(callee.atoms().get(0) instanceof Atom.Qualified called)) {
            return Optional.empty();
        }
        boolean maker = called.member().equals("new") && !known.isOwner(called.path()); // Ruby's way to make an object
        Atom.Qualified type = maker ? new Atom.Qualified(called.owner()) : called;
        if (!known.isOwner(type.path())) {
            return Optional.empty();
        }
        Given given = given(call, spot);
        FileIndex file = spot.file();
        CallSite site = new CallSite(
                CallSite.Kind.CALL,
                known.canonical(type.path()),
                CONSTRUCTOR,
                Optional.empty(),
                given.positional(),
                given.named(),
                ArgumentValue.UNKNOWN,
                file.file().source().location(),
                OptionalInt.of(call.place().line()),
                OptionalInt.of(call.place().column()),
                file.enclosing(call),
                EvidenceKind.SOURCE,
                file.file().context(call.place()),
                true);
        return Optional.of(Value.of(new Atom.Made(site, type.path())));
    }

    /**
     * The making of an object together with what was put into its members later.
     *
     * @param possible members that may have stayed as they were
     */
    CallSite with(CallSite made, Map<String, Value> later, Set<String> possible, Spot spot) {
        TreeMap<String, ArgumentValue> named = new TreeMap<>(made.named());
        later.forEach((name, value) -> {
            ArgumentValue now = arguments.of(value, "", spot);
            ArgumentValue before = named.get(name);
            named.put(
                    name,
                    before == null || !possible.contains(name)
                            ? now
                            : SiteUnion.of(before, now)
                                    .orElseGet(() -> new ArgumentValue.Elements(List.of(before, now))));
        });
        return new CallSite(
                made.kind(),
                made.owner(),
                made.member(),
                made.descriptor(),
                made.arguments(),
                named,
                made.receiver(),
                made.location(),
                made.line(),
                made.offset(),
                made.enclosing(),
                made.evidence(),
                made.context(),
                made.exactOwner());
    }

    /** A member of an object that is set, as the call of a setter. */
    Optional<Match> set(String type, String member, Expression value, Place place, Object node, Spot spot) {
        List<ApiPoint> rows = known.rows(type, member);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Given given = new Given(List.of(arguments.of(value, spot)), new TreeMap<>());
        for (CallSite.Kind kind : kinds(rows)) {
            CallSite site = site(rows.get(0), Use.of(kind, true), given, place, node, spot.file());
            List<ApiPoint> meant = ApiPoint.meant(rows, site);
            if (!meant.isEmpty()) {
                return Optional.of(new Match(site, meant, ""));
            }
        }
        return Optional.empty();
    }

    /** A constant of the catalogue that is merely named. */
    Optional<Match> field(String path, Expression node, FileIndex file) {
        List<ApiPoint> rows = known.rows(path).stream()
                .filter(it -> it.kind() == CallSite.Kind.FIELD)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Given none = new Given(List.of(), new TreeMap<>());
        Use use = Use.of(CallSite.Kind.FIELD, isExact(node));
        return Optional.of(new Match(site(rows.get(0), use, none, node.place(), node, file), rows, ""));
    }

    /**
     * Whether the name is none of the catalogue's, and nothing in the file gives it another meaning. Where names of other files
     * hold without an import, and methods see their type's members by their names, it is one of the program's own functions.
     */
    private boolean isForeign(Expression callee, Spot spot) {
        if (!(callee instanceof Expression.Name name)
                || known.isCalled(name.name())
                || !(evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Free)) {
            return false;
        }
        return evaluator.program().language().traits().contains(Trait.MACROS)
                ? !evaluator.program().mayRename(name.name(), spot.file(), known)
                : evaluator.seesMembers();
    }

    /** Rows that the call may be of. */
    private Candidates candidates(Expression called, boolean makes, Optional<Expression.Target> target, Spot spot) {
        String name = makes ? CONSTRUCTOR : FileIndex.calledName(called);
        if (target.isPresent()) {
            return found(called, name, target.get(), spot);
        }
        boolean resolves = evaluator.program().language().resolves();
        if (resolves && !known.isCalled(FileIndex.calledName(called))) {
            return Candidates.NONE;
        }
        Expression callee = called;
        while (callee instanceof Expression.Generic generic) {
            callee = generic.base();
        }
        List<List<ApiPoint>> rows = new ArrayList<>();
        if (!(callee instanceof Expression.Member member)) {
            if (isForeign(callee, spot)) {
                return Candidates.NONE;
            }
            Value value = handedOn(
                    evaluator.eval(callee, spot), it -> evaluator.known().isCalled(it.member()), spot);
            for (Atom atom : value.atoms()) {
                if (atom instanceof Atom.Qualified it) {
                    add(known.rows(it.path()), rows);
                } else if (value.atoms().size() == 1 && atom instanceof Atom.Constant it && isGlobal(it.text())) {
                    add(known.rows(it.text()), rows); // PHP calls a function by a text
                }
            }
            if (rows.isEmpty() && !makes && value.atoms().stream().noneMatch(Atom.OwnFunction.class::isInstance)) {
                inherited(callee, name, spot, rows);
            }
            return new Candidates(rows, Optional.empty(), Value.none(), !resolves);
        }
        if (!known.isCalled(member.name())) {
            return Candidates.NONE; // what it is called on need not be followed
        }
        if (!makes && foreign.is(member, spot)) {
            return Candidates.NONE;
        }
        Value on = handedOn(evaluator.eval(member.object(), spot), it -> true, spot);
        boolean own = false;
        for (Atom atom : on.atoms()) {
            if (atom instanceof Atom.Qualified it) {
                add(known.rows(it.path() + "." + member.name()), rows);
            } else if (atom instanceof Atom.Made it && !it.type().isEmpty()) {
                add(known.rows(it.type(), member.name()), rows);
            } else if (atom instanceof Atom.Instance it) {
                own |= !ofSupertypes(it.file(), it.type(), member.name(), rows, 0);
            }
        }
        if (rows.isEmpty()) {
            ofTypes(on, member.name(), spot, rows); // a static member
        }
        if (rows.isEmpty()) {
            typed(member, spot, rows);
        }
        boolean untyped = rows.isEmpty() && !own && on.atoms().stream().noneMatch(Sites::hasOwnMembers);
        if (untyped) {
            untyped(member.name(), spot.file()).forEach(it -> add(it, rows));
        }
        return new Candidates(rows, Optional.of(member.object()), on, !resolves);
    }

    private static boolean isGlobal(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** What a library has, where another file of the program hands it on. */
    private Value handedOn(Value value, Predicate<Atom.Qualified> asked, Spot spot) {
        boolean other = value.atoms().stream()
                .anyMatch(it ->
                        it instanceof Atom.Qualified name && ModuleFiles.isRelative(name.path()) && asked.test(name));
        if (!other) {
            return value;
        }
        Value settled = evaluator.settle(value, spot.file());
        return settled.atoms().stream().anyMatch(Atom.Qualified.class::isInstance) ? settled : value;
    }

    /** Rows of what the language's own tools found. */
    private Candidates found(Expression callee, String name, Expression.Target target, Spot spot) {
        List<ApiPoint> rows = known.rows(target.owners(), name);
        if (rows.isEmpty() || evaluator.isHidden(rows.get(0).owner().replace('$', '.'), spot.file())) {
            return Candidates.NONE;
        }
        Optional<Expression> receiver =
                callee instanceof Expression.Member member ? Optional.of(member.object()) : Optional.empty();
        Value on = receiver.map(it -> evaluator.eval(it, spot)).orElse(Value.none());
        return new Candidates(List.of(rows), receiver, on, true);
    }

    /** A function that a type around has from a type of a library, called by its mere name. */
    private void inherited(Expression callee, String name, Spot spot, List<List<ApiPoint>> rows) {
        Optional<TypeDeclaration> type = spot.file().typeAround(callee);
        while (type.isPresent() && rows.isEmpty()) {
            for (Expression supertype : type.get().supertypes()) {
                for (Atom atom : evaluator.eval(supertype, spot).atoms()) {
                    if (atom instanceof Atom.Qualified it) {
                        add(known.rows(it.path(), name), rows);
                    }
                }
            }
            type = spot.file().typeAround(type.get());
        }
    }

    private static boolean hasOwnMembers(Atom atom) {
        return atom instanceof Atom.OwnType || atom instanceof Atom.Instance || atom instanceof Atom.Constant;
    }

    /** Members that an own type has from types of libraries; whether there may be such. */
    private boolean ofSupertypes(
            FileIndex file, TypeDeclaration type, String name, List<List<ApiPoint>> rows, int depth) {
        boolean any = false;
        for (Expression supertype : type.supertypes()) {
            for (Atom atom : evaluator.settled(supertype, Spot.open(file)).atoms()) {
                if (atom instanceof Atom.Qualified it) {
                    add(known.rows(it.path(), name), rows);
                    any = true;
                } else if (atom instanceof Atom.OwnType it
                        && it.type() != type
                        && depth < Objects.MOST_SUPERTYPES
                        && !Objects.declares(it.type(), name)) {
                    any |= ofSupertypes(it.file(), it.type(), name, rows, depth + 1);
                }
            }
        }
        return any && !Objects.declares(type, name);
    }

    private void typed(Expression.Member member, Spot spot, List<List<ApiPoint>> rows) {
        evaluator.types().of(member.object(), spot).ifPresent(type -> {
            for (Atom atom : type.atoms()) {
                if (atom instanceof Atom.Qualified it) {
                    add(known.rows(it.path(), member.name()), rows);
                }
            }
            if (rows.isEmpty()) {
                ofTypes(type, member.name(), spot, rows);
            }
        });
    }

    /** Members that types of the unit have from types of libraries. */
    private void ofTypes(Value types, String name, Spot spot, List<List<ApiPoint>> rows) {
        for (Atom atom : evaluator.settle(types, spot.file()).atoms()) {
            if (atom instanceof Atom.OwnType it && !Objects.declares(it.type(), name)) {
                ofSupertypes(it.file(), it.type(), name, rows, 0);
            }
        }
    }

    /** Rows for a receiver of unknown type, by owner, of libraries that the file names. */
    private List<List<ApiPoint>> untyped(String member, FileIndex file) {
        Map<String, List<ApiPoint>> byOwner = new LinkedHashMap<>();
        for (ApiPoint row : known.catalogue().untyped(member)) {
            if (file.file().source().text().contains(root(row.owner()))) {
                byOwner.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
            }
        }
        return List.copyOf(byOwner.values());
    }

    private static String root(String owner) {
        int end = owner.length();
        for (char separator : new char[] {'.', '/'}) {
            int at = owner.indexOf(separator);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return owner.substring(0, end);
    }

    private static void add(List<ApiPoint> found, List<List<ApiPoint>> rows) {
        if (!found.isEmpty() && !rows.contains(found)) {
            rows.add(found);
        }
    }

    /** The type of what a call of that row gives back. */
    private String type(ApiPoint row, Value on) {
        String dotted = row.owner().replace('$', '.');
        Optional<String> returns = row.shape().returns();
        if (returns.isPresent()) {
            return returns.get().equals(CallShape.SELF) ? typeOf(on, dotted) : returns.get();
        }
        if (row.member().equals(CONSTRUCTOR)) {
            return dotted;
        }
        for (String descriptor : row.verified()) {
            String result = descriptor.substring(descriptor.indexOf(')') + 1);
            if (result.startsWith("L")) {
                return result.substring(1, result.length() - 1)
                        .replace('/', '.')
                        .replace('$', '.');
            }
        }
        return row.kind() == CallSite.Kind.STATIC_METHOD ? dotted : "";
    }

    private static String typeOf(Value value, String otherwise) {
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Made made && !made.type().isEmpty()) {
                return made.type();
            }
        }
        return otherwise;
    }

    /** What a call is given, by position and by name. */
    private record Given(List<ArgumentValue> positional, TreeMap<String, ArgumentValue> named) {}

    private Given given(Expression.Call call, Spot spot) {
        return given(call, spot, it -> true);
    }

    /** @param asked whether a row asks for the argument of that position or name: others need not be followed */
    private Given given(Expression.Call call, Spot spot, Predicate<String> asked) {
        List<ArgumentValue> positional = new ArrayList<>();
        TreeMap<String, ArgumentValue> named = new TreeMap<>();
        for (Expression.Argument argument : call.arguments()) {
            String place = argument.name().orElse(Integer.toString(positional.size()));
            Spot there = asked.test(place) || spot.frame() != Frame.OPEN ? spot : new Spot(spot.file(), Frame.LOCAL);
            if (argument.value() instanceof Expression.Spread spread) {
                spread(spread, spot, positional, named);
            } else if (argument.name().isPresent()) {
                named.put(argument.name().get(), arguments.of(argument.value(), there));
            } else {
                positional.add(arguments.of(argument.value(), there));
            }
        }
        types(call.callee(), spot, named);
        int rest = call.target()
                .map(Expression.Target::rest)
                .orElse(OptionalInt.empty())
                .orElse(-1);
        if (rest < 0 || rest > positional.size()) {
            return new Given(positional, named);
        }
        List<ArgumentValue> packed = new ArrayList<>(positional.subList(0, rest)); // an array, as in bytecode
        packed.add(new ArgumentValue.Elements(positional.subList(rest, positional.size())));
        return new Given(packed, named);
    }

    /** Arguments of a call whose overload nobody found, those beyond the last parameter as the array that they become. */
    private static Given packed(Given given, Expression.Call call, List<ApiPoint> rows) {
        int rest = -1;
        for (String descriptor :
                call.target().isPresent() ? List.<String>of() : rows.get(0).verified()) {
            List<String> types = Overloads.parameters(descriptor);
            boolean array = !types.isEmpty() && types.get(types.size() - 1).startsWith("[");
            rest = array && given.positional().size() > types.size() ? types.size() - 1 : rest;
        }
        if (rest < 0) {
            return given;
        }
        List<ArgumentValue> positional = new ArrayList<>(given.positional().subList(0, rest));
        positional.add(new ArgumentValue.Elements(
                given.positional().subList(rest, given.positional().size())));
        return new Given(positional, given.named());
    }

    /** Whether one of the rows reads that argument; those that are not told by paths may read any. */
    private static Predicate<String> asked(List<ApiPoint> rows) {
        Set<String> steps = new HashSet<>();
        for (ApiPoint row : rows) {
            CallShape shape = row.shape();
            boolean pathless = !shape.deciding().present() && !row.meaning().startsWith("fixed:");
            if (row.kind() != CallSite.Kind.CALL || pathless) {
                return it -> true;
            }
            List<ArgumentPath> paths = new ArrayList<>(List.of(
                    shape.deciding(), shape.size(), shape.curve(), shape.digest(), shape.key(), shape.object()));
            shape.where().keySet().forEach(it -> paths.add(ArgumentPath.of(it)));
            paths.forEach(path -> path.alternatives().forEach(it -> steps.add(it.get(0))));
        }
        return steps.contains("last") || steps.contains("*") ? it -> true : steps::contains;
    }

    private void spread(
            Expression.Spread spread, Spot spot, List<ArgumentValue> positional, TreeMap<String, ArgumentValue> named) {
        ArgumentValue value = arguments.of(spread.of(), spot);
        if (value instanceof ArgumentValue.Elements elements) {
            positional.addAll(elements.values());
        } else if (value instanceof ArgumentValue.Options options) {
            named.putAll(options.entries());
        } else {
            named.put(CallSite.MORE_ARGUMENTS, ArgumentValue.UNKNOWN);
        }
    }

    /** Type arguments, those nearest to the call first, as if they were named {@code <0>}, {@code <1>}. */
    private void types(Expression callee, Spot spot, TreeMap<String, ArgumentValue> named) {
        Expression at = callee;
        int count = 0;
        while (true) {
            if (at instanceof Expression.Generic generic) {
                for (Expression type : generic.arguments()) {
                    if (type instanceof Expression.Generic inner) {
                        for (int i = 0; i < inner.arguments().size(); i++) {
                            String place = "<" + count + "><" + i + ">";
                            named.put(place, arguments.of(inner.arguments().get(i), spot));
                        }
                    }
                    named.put("<" + count++ + ">", arguments.of(type, spot));
                }
                at = generic.base();
            } else if (at instanceof Expression.Member member) {
                at = member.object();
            } else {
                return;
            }
        }
    }
}
