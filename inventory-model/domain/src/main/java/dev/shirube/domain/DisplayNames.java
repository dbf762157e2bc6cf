package dev.shirube.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * Names in the patterns of CycloneDX's registry.
 *
 * <p>A pattern is text with placeholders; {@code [..]} is left out when the evidence lacks its part, and of {@code a|b}
 * the first whose parts are all there is taken.
 */
final class DisplayNames {

    private final AlgorithmTable table;

    DisplayNames(AlgorithmTable table) {
        this.table = table;
    }

    String of(Algorithm algorithm) {
        if (algorithm instanceof Algorithm.Known known) {
            return table.row(known.entry()).map(row -> of(known, row)).orElse(known.entry());
        }
        return "unresolved (" + ((Algorithm.Unresolved) algorithm).row() + ")";
    }

    private String of(Algorithm.Known known, AlgorithmTable.Row row) {
        String own = table.strengthOf(known).display();
        if (!own.isEmpty()) {
            return own;
        }
        for (String pattern : row.display().split("\\|")) {
            Optional<String> name = fill(pattern, known);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return row.entry().name();
    }

    private static Optional<String> fill(String pattern, Algorithm.Known known) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('[', at);
            int close = open < 0 ? -1 : pattern.indexOf(']', open);
            Optional<String> fixed = substitute(pattern.substring(at, open < 0 ? pattern.length() : open), known);
            if (fixed.isEmpty()) {
                return Optional.empty();
            }
            name.append(fixed.get());
            if (open >= 0) {
                name.append(
                        substitute(pattern.substring(open + 1, close), known).orElse(""));
            }
            at = open < 0 ? pattern.length() : close + 1;
        }
        return Optional.of(name.toString());
    }

    private static Optional<String> substitute(String text, Algorithm.Known known) {
        int open = text.indexOf('{');
        if (open < 0) {
            return Optional.of(text);
        }
        int close = text.indexOf('}', open);
        return value(text.substring(open + 1, close), known)
                .map(value -> text.substring(0, open) + value + text.substring(close + 1));
    }

    private static Optional<String> value(String placeholder, Algorithm.Known known) {
        return switch (placeholder) {
            case "parameter" -> known.parameterSet();
            case "curve" -> known.curve().map(curve -> curve.substring(curve.indexOf('/') + 1));
            case "digest" -> known.digest();
            case "MODE" -> known.mode().map(mode -> mode.toUpperCase(Locale.ROOT));
            case "Mode" -> known.mode().map(mode -> mode.substring(0, 1).toUpperCase(Locale.ROOT) + mode.substring(1));
            default -> throw new IllegalStateException("Unknown placeholder in algorithms.yaml: " + placeholder);
        };
    }
}
