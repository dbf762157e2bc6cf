package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that come from outside of the code, by a key: environment variables, properties, injected settings. */
final class Settings {

    /** Functions that are asked for a setting, the key first and perhaps a default after it. */
    private static final Pattern ASKING = Pattern.compile(
            "(?i)(get|fetch|read|lookup|require|string|int|value)?_?(env(ironment)?(var(iable)?)?|prop(erty)?|config(uration)?|setting|option|param(eter)?)s?_?(value|string|int|or_?default|or)?");

    /** Objects whose members and elements are settings. */
    private static final Pattern HOLDERS = Pattern.compile(
            "(?i)(.*\\.)?(env|environ|_ENV|_SERVER|ENV|config|configuration|settings|properties|props|cfg|conf|options|appsettings|viper)");

    private static final Pattern PLACEHOLDER = Pattern.compile("[#$]\\{([^:}]+)(?::([^}]*))?\\}");

    private final Evaluator evaluator;
    private final Program program;

    Settings(Evaluator evaluator, Program program) {
        this.evaluator = evaluator;
        this.program = program;
    }

    /** {@code process.env.ALG}. */
    Optional<Value> member(Expression.Member member, Spot spot) {
        boolean environment = member.object() instanceof Expression.Member holder
                && holder.name().equals("env")
                && holder.object() instanceof Expression.Name name
                && (name.name().equals("process")
                        || name.name().equals("Deno")
                        || name.name().equals("meta"));
        return environment ? Optional.of(set(member.name(), spot.file())) : Optional.empty();
    }

    /** {@code os.environ["ALG"]}, {@code ENV["ALG"]}, {@code $_ENV['ALG']}, {@code configuration["Alg"]}. */
    Optional<Value> index(Expression.Index index, Spot spot) {
        Expression whole = index.object();
        while (whole instanceof Expression.Index outer) {
            whole = outer.object(); // config["jwt"]["algorithm"]
        }
        String holder = path(whole);
        if (holder.isEmpty() || !HOLDERS.matcher(holder).matches()) {
            return Optional.empty();
        }
        Value object = evaluator.settled(whole, spot);
        boolean known = object.atoms().stream().anyMatch(it -> !(it instanceof Atom.Qualified));
        return known ? Optional.empty() : path(index, spot).map(it -> set(it, spot.file()));
    }

    /** A call that asks for a setting, such as {@code getProperty("alg", "RSA")}; nothing where it is none. */
    Optional<Value> call(Expression.Call call, Spot spot) {
        Expression callee = call.callee() instanceof Expression.Generic generic ? generic.base() : call.callee();
        String name = FileIndex.calledName(callee);
        boolean holder = callee instanceof Expression.Member member
                && (HOLDERS.matcher(path(member.object())).matches() || isEnvironment(member.object()));
        boolean asks = ASKING.matcher(name).matches() && !name.isEmpty()
                || holder && name.matches("(?i)(get|fetch|dig|at|var|get_?(string|int|or_?default|value|or_?else))");
        if (!asks || call.makes() || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> key = key(call.arguments().get(0).value(), spot);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (call.arguments().size() < 2) {
            return Optional.of(set(key.get(), spot.file()));
        }
        Expression last = call.arguments().get(call.arguments().size() - 1).value();
        Optional<Value> inSection = key(last, spot)
                .filter(it -> call.arguments().size() == 2 && name.equals("get"))
                .map(it -> key.get() + "." + it)
                .flatMap(it -> inFiles(it, spot.file()));
        return inSection.isPresent() // the option of a section, and no default
                ? inSection
                : Optional.of(byDefault(evaluator.settled(last, spot), key.get(), spot.file()));
    }

    /** {@code System.getenv()}. */
    private static boolean isEnvironment(Expression object) {
        return object instanceof Expression.Call call
                && call.arguments().isEmpty()
                && Set.of("getenv", "getProperties", "environ").contains(FileIndex.calledName(call.callee()));
    }

    /** What a framework puts into a field: {@code @Value("${x:RSA}")}. */
    Value injected(Expression configuration, FileIndex file) {
        Expression text = configuration;
        if (configuration instanceof Expression.Call call && !call.arguments().isEmpty()) {
            text = call.arguments().get(0).value();
        }
        Value value = evaluator.settled(text, Spot.open(file));
        if (value.atoms().size() == 1 && value.atoms().get(0) instanceof Atom.Constant constant) {
            Matcher matcher = PLACEHOLDER.matcher(constant.text());
            if (matcher.find()) {
                String key = matcher.group(1).strip();
                return matcher.group(2) == null
                        ? set(key, file)
                        : byDefault(Value.text(matcher.group(2).strip()), key, file);
            }
        }
        return Value.unknown(OpenReason.INJECTED);
    }

    /** What the files say, and what the code takes where none of them is there. */
    private Value byDefault(Value value, String key, FileIndex file) {
        if (value.isUnknown() || value.all(Atom.Nothing.class::isInstance)) {
            return set(key, file);
        }
        Value given = new Value(
                value.atoms(), OpenReason.SETTING + key, Resolution.CONFIG, value.hops() + 1, value.parameters());
        return inFiles(key, file).map(it -> it.or(given)).orElse(given);
    }

    /** What the files say, which may be something else where the program runs. */
    private Value set(String key, FileIndex file) {
        return inFiles(key, file).orElseGet(() -> open(key));
    }

    private Optional<Value> inFiles(String key, FileIndex file) {
        List<Atom> atoms = new ArrayList<>();
        for (String value : program.settings(key, file)) {
            atoms.add(new Atom.Constant(value, value.matches("[0-9]{1,9}")));
        }
        return atoms.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value(atoms, OpenReason.SETTING + key, Resolution.CONFIG, 1, Set.of()));
    }

    private static Value open(String key) {
        return new Value(List.of(), OpenReason.SETTING + key, Resolution.UNRESOLVED, 0, Set.of());
    }

    /** The keys of elements within each other, with dots. */
    private Optional<String> path(Expression.Index index, Spot spot) {
        Optional<String> key = key(index.index(), spot);
        return index.object() instanceof Expression.Index outer
                ? path(outer, spot).flatMap(it -> key.map(own -> it + "." + own))
                : key;
    }

    private Optional<String> key(Expression expression, Spot spot) {
        Value value = evaluator.settled(expression, spot);
        return value.atoms().size() == 1
                        && value.atoms().get(0) instanceof Atom.Constant constant
                        && !constant.number()
                        && constant.text().matches("[\\w.:/-]{1,80}")
                ? Optional.of(constant.text())
                : Optional.empty();
    }

    private static String path(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name.name();
        } else if (expression instanceof Expression.Member member) {
            return path(member.object()) + "." + member.name();
        }
        return "";
    }
}
