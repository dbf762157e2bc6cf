package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on texts that the languages' own libraries have, by their names: those that make texts from known ones. */
final class TextCalls {

    /** Conversions of printf, and {@code {}}, {@code {0}}, {@code {name}} of the other family. */
    private static final Pattern PLACE =
            Pattern.compile("%[-+ #0]*(?:\\d+\\$)?\\d*(?:\\.\\d+)?[a-zA-Z]|%%|\\{(\\w*)(?::[^{}]*)?\\}");

    private TextCalls() {}

    /**
     * What the call gives back; nothing for a function that is not known.
     *
     * @param name simple name of what is called
     * @param receiver what it is called on, where that is a text
     * @param arguments all of them, also those by name
     * @param named those by name
     */
    static Optional<Value> of(String name, Optional<Value> receiver, List<Value> arguments, Map<String, Value> named) {
        Optional<Value> text = receiver.filter(TextCalls::isText);
        switch (name) {
            case "toUpperCase",
                    "upper",
                    "ToUpper",
                    "ToUpperInvariant",
                    "upcase",
                    "strtoupper",
                    "uppercase",
                    "to_uppercase",
                    "to_ascii_uppercase":
                return mapped(text, arguments, it -> it.toUpperCase(Locale.ROOT));
            case "toLowerCase",
                    "lower",
                    "ToLower",
                    "ToLowerInvariant",
                    "downcase",
                    "strtolower",
                    "lowercase",
                    "to_lowercase",
                    "to_ascii_lowercase",
                    "casefold":
                return mapped(text, arguments, it -> it.toLowerCase(Locale.ROOT));
            case "trim", "strip", "Trim", "TrimSpace":
                return mapped(text, arguments, String::strip);
            case "toString",
                    "ToString",
                    "to_s",
                    "to_str",
                    "to_string",
                    "to_owned",
                    "into",
                    "as_str",
                    "intern",
                    "to_sym",
                    "encode",
                    "clone",
                    "as_ref",
                    "valueOf",
                    "String",
                    "str",
                    "strval",
                    "from",
                    "int",
                    "Integer",
                    "parseInt",
                    "Parse",
                    "parse",
                    "ToInt32",
                    "Number",
                    "intval",
                    "to_i",
                    "toInt",
                    "encodeToByteArray",
                    "getBytes",
                    "c_str",
                    "data":
                return same(text, arguments);
            case "format", "Format", "sprintf", "Sprintf", "formatted":
                return formatted(receiver, arguments, named);
            case "join", "Join", "implode", "joinToString":
                return joined(receiver, arguments);
            case "Sprint":
                return concatenated(receiver.filter(TextCalls::isText), arguments);
            case "TrimPrefix", "removeprefix", "removePrefix", "delete_prefix", "strip_prefix", "trim_start_matches":
                return without(text, arguments, String::startsWith, (whole, part) -> whole.substring(part.length()));
            case "TrimSuffix", "removesuffix", "removeSuffix", "delete_suffix", "strip_suffix", "trim_end_matches":
                return without(
                        text,
                        arguments,
                        String::endsWith,
                        (whole, part) -> whole.substring(0, whole.length() - part.length()));
            case "split", "Split", "explode":
                return split(name, text, arguments);
            case "concat", "Concat":
                return concatenated(receiver, arguments);
            case "replace", "Replace", "ReplaceAll", "replaceAll", "gsub", "sub", "str_replace":
                return replaced(name, text, arguments);
            case "requireNonNullElse", "requireNonNullElseGet":
                return arguments.size() == 2 ? Optional.of(arguments.get(0).or(arguments.get(1))) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    private static boolean isText(Value value) {
        return value.all(it -> it instanceof Atom.Constant);
    }

    private static Optional<Value> only(Optional<Value> receiver, List<Value> arguments) {
        if (receiver.isPresent()) {
            return receiver;
        }
        return arguments.isEmpty() || !isText(arguments.get(0)) ? Optional.empty() : Optional.of(arguments.get(0));
    }

    private static Optional<Value> same(Optional<Value> receiver, List<Value> arguments) {
        return only(receiver, arguments);
    }

    private static Optional<Value> mapped(
            Optional<Value> receiver, List<Value> arguments, UnaryOperator<String> function) {
        return only(receiver, arguments).map(it -> map(it, function));
    }

    private static Value map(Value value, UnaryOperator<String> function) {
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : value.atoms()) {
            Atom.Constant constant = (Atom.Constant) atom;
            atoms.add(new Atom.Constant(function.apply(constant.text()), constant.number()));
        }
        return value.withAtoms(atoms.stream().distinct().toList());
    }

    private static Optional<Value> formatted(
            Optional<Value> receiver, List<Value> arguments, Map<String, Value> named) {
        Optional<Value> text = receiver.filter(TextCalls::isText);
        if (text.isPresent()) {
            return Optional.of(format(text.get(), arguments, named));
        }
        return arguments.isEmpty() || !isText(arguments.get(0))
                ? Optional.empty()
                : Optional.of(format(arguments.get(0), arguments.subList(1, arguments.size()), named));
    }

    /** The text with the arguments put into its places. */
    static Value format(Value format, List<Value> arguments, Map<String, Value> named) {
        Value all = Value.none();
        for (Atom atom : format.atoms()) {
            List<Value> parts = new ArrayList<>();
            String text = ((Atom.Constant) atom).text();
            Matcher matcher = PLACE.matcher(text);
            int end = 0;
            int next = 0;
            while (matcher.find()) {
                parts.add(Value.text(text.substring(end, matcher.start())));
                end = matcher.end();
                if (matcher.group().equals("%%")) {
                    parts.add(Value.text("%"));
                    continue;
                }
                String place = matcher.group(1);
                if (place != null && named.containsKey(place)) {
                    parts.add(named.get(place));
                    continue;
                }
                int index = place == null || place.isEmpty() ? next++ : index(place);
                parts.add(index < arguments.size() ? arguments.get(index) : Value.unknown(OpenReason.CONCATENATION));
            }
            parts.add(Value.text(text.substring(end)));
            all = all.or(Operations.joined(parts, ""));
        }
        return all.dependingOn(format);
    }

    private static int index(String place) {
        return place.matches("[0-9]{1,3}") ? Integer.parseInt(place) : Integer.MAX_VALUE;
    }

    private static Optional<Value> joined(Optional<Value> receiver, List<Value> arguments) {
        List<Value> all = new ArrayList<>();
        receiver.ifPresent(all::add);
        all.addAll(arguments);
        List<Value> elements = null;
        String between = "";
        boolean varargs = false;
        for (Value value : all) {
            if (value.atoms().size() == 1 && value.atoms().get(0) instanceof Atom.Elements list && elements == null) {
                elements = list.values();
            } else if (value.atoms().size() == 1
                    && value.atoms().get(0) instanceof Atom.Constant constant
                    && !varargs) {
                between = constant.text();
                varargs = true;
            } else if (elements != null) {
                return Optional.empty();
            }
        }
        if (elements == null && arguments.size() > 2) { // String.join("/", a, b)
            elements = arguments.subList(1, arguments.size());
        }
        return elements == null ? Optional.empty() : Optional.of(Operations.joined(elements, between));
    }

    /** The text without its beginning or end, where it is that. */
    private static Optional<Value> without(
            Optional<Value> receiver,
            List<Value> arguments,
            BiPredicate<String, String> has,
            BinaryOperator<String> rest) {
        List<Value> all = new ArrayList<>();
        receiver.ifPresent(all::add);
        all.addAll(arguments);
        Optional<String> part = all.size() == 2 ? single(all.get(1)) : Optional.empty();
        return part.isPresent() && isText(all.get(0))
                ? Optional.of(map(all.get(0), it -> has.test(it, part.get()) ? rest.apply(it, part.get()) : it))
                : Optional.empty();
    }

    private static Optional<String> single(Value value) {
        return isText(value) && value.atoms().size() == 1 && value.open().isEmpty()
                ? Optional.of(((Atom.Constant) value.atoms().get(0)).text())
                : Optional.empty();
    }

    private static Optional<Value> concatenated(Optional<Value> receiver, List<Value> arguments) {
        List<Value> all = new ArrayList<>();
        receiver.filter(TextCalls::isText).ifPresent(all::add);
        all.addAll(arguments);
        return all.isEmpty() ? Optional.empty() : Optional.of(Operations.joined(all, ""));
    }

    /** The parts of texts between separators that are no pattern. */
    private static Optional<Value> split(String name, Optional<Value> text, List<Value> arguments) {
        List<Value> all = new ArrayList<>();
        text.ifPresent(all::add);
        all.addAll(arguments);
        if (name.equals("explode") && all.size() == 2) {
            all.add(all.remove(0));
        }
        Optional<String> between = all.size() == 2 && isText(all.get(0)) ? single(all.get(1)) : Optional.empty();
        if (between.isEmpty() || !between.get().matches("[,;: _/|-]+")) {
            return Optional.empty();
        }
        Value whole = all.get(0);
        List<Atom> lists = new ArrayList<>();
        for (Atom atom : whole.atoms()) {
            List<Value> parts = new ArrayList<>();
            for (String part : ((Atom.Constant) atom).text().split(Pattern.quote(between.get()), -1)) {
                parts.add(whole.withAtoms(List.of(new Atom.Constant(part, false))));
            }
            lists.add(new Atom.Elements(parts));
        }
        return Optional.of(whole.withAtoms(lists));
    }

    private static Optional<Value> replaced(String name, Optional<Value> receiver, List<Value> arguments) {
        List<Value> all = new ArrayList<>(arguments);
        if (receiver.isPresent()) {
            all.add(0, receiver.get());
        } else if (name.equals("str_replace") && all.size() == 3) {
            all.add(0, all.remove(2));
        }
        if (all.size() < 3
                || !all.stream()
                        .limit(3)
                        .allMatch(it -> isText(it) && it.atoms().size() == 1)) {
            return Optional.empty();
        }
        String from = ((Atom.Constant) all.get(1).atoms().get(0)).text();
        String to = ((Atom.Constant) all.get(2).atoms().get(0)).text();
        return from.isEmpty() ? Optional.empty() : Optional.of(map(all.get(0), it -> it.replace(from, to)));
    }
}
