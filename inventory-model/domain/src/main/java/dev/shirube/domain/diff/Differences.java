package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what two findings, or two entries of the register, differ, field by field in a fixed order. */
final class Differences {

    static final String LOCATION = "location";
    static final String LINE = "line";

    private final List<Difference> all = new ArrayList<>();

    private Differences() {}

    /**
     * In what two findings of the same thing differ. Left out is what says nothing of the finding: the digest of its input,
     * the detector's version, the column within its line, the steps by which a value was followed, and its ordinal.
     */
    static List<Difference> of(Finding before, Finding after) {
        Differences it = new Differences();
        it.add(LOCATION, before.occurrence().location(), after.occurrence().location());
        it.add(LINE, text(before.occurrence().line()), text(after.occurrence().line()));
        it.assets(before.asset(), after.asset());
        it.add("category", before.category().id(), after.category().id());
        it.add("confidence", before.confidence().id(), after.confidence().id());
        it.add(
                "values",
                String.join(" ", before.evidence().values()),
                String.join(" ", after.evidence().values()));
        it.add("expression", before.evidence().expression(), after.evidence().expression());
        it.add(
                "resolution",
                before.evidence().resolution().id(),
                after.evidence().resolution().id());
        it.add("reason", before.evidence().reason(), after.evidence().reason());
        it.add(
                "context",
                before.occurrence().context().id(),
                after.occurrence().context().id());
        it.add(
                "owner",
                before.occurrence().owner().id(),
                after.occurrence().owner().id());
        it.add(
                "reach",
                before.occurrence().reach().id(),
                after.occurrence().reach().id());
        return List.copyOf(it.all);
    }

    /** In what two entries of the register differ; by the components of the records, so that none is forgotten. */
    static List<Difference> of(InformationSystem before, InformationSystem after) {
        Differences it = new Differences();
        it.records(before, after);
        return List.copyOf(it.all);
    }

    private void records(Record before, Record after) {
        for (RecordComponent field : before.getClass().getRecordComponents()) {
            Object one = value(field, before);
            Object two = value(field, after);
            if (one instanceof Map<?, ?> columns && two instanceof Map<?, ?> others) {
                Set<Object> names = new TreeSet<>(columns.keySet());
                names.addAll(others.keySet());
                names.forEach(name -> add(name.toString(), text(columns.get(name)), text(others.get(name))));
            } else if (one instanceof Record from && two instanceof Record to && !(one instanceof Declaration<?>)) {
                records(from, to);
            } else {
                String name = field.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                add(name, text(one), text(two));
            }
        }
    }

    private static Object value(RecordComponent field, Record record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessors of a public record can be called", e);
        }
    }

    private void assets(CryptoAsset before, CryptoAsset after) {
        add("asset", before.id(), after.id());
        Optional<Algorithm> one = before.algorithm();
        Optional<Algorithm> two = after.algorithm();
        if (one.isPresent() && two.isPresent()) {
            if (one.get() instanceof Algorithm.Known from && two.get() instanceof Algorithm.Known to) {
                add("algorithm", from.entry(), to.entry());
                add(
                        "parameter",
                        from.parameterSet().orElse(""),
                        to.parameterSet().orElse(""));
                add("curve", from.curve().orElse(""), to.curve().orElse(""));
                add("digest", from.digest().orElse(""), to.digest().orElse(""));
                add("mode", from.mode().orElse(""), to.mode().orElse(""));
                add("padding", from.padding().orElse(""), to.padding().orElse(""));
            } else {
                add("algorithm", one.get().identity(), two.get().identity());
            }
        }
        if (before instanceof CryptoAsset.Key from && after instanceof CryptoAsset.Key to) {
            add("size", text(from.size()), text(to.size()));
        }
        if (before instanceof CryptoAsset.Library from && after instanceof CryptoAsset.Library to) {
            add("version", from.version(), to.version());
        }
    }

    private static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    /** Of a declaration its value: who wrote it where does not change what is declared. */
    private static String text(Object value) {
        if (value instanceof Declaration<?> declared) {
            return declared.value().map(Differences::text).orElse("");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Differences::text).collect(Collectors.joining(" "));
        }
        return value == null
                ? ""
                : value instanceof Enum<?> code ? code.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    private void add(String field, String before, String after) {
        if (!before.equals(after)) {
            all.add(new Difference(field, before, after));
        }
    }
}
