package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The register of information systems (情報システム台帳) as rows of text.
 *
 * <p>Columns are found by their Japanese or English name, in any order; rows by their id. An empty cell, {@code ？},
 * {@code 不明} or {@code unknown} is an unknown declaration: no default takes its place.
 */
public final class SystemRegister {

    private SystemRegister() {}

    /** The header in Japanese and, below it, in English; a file may keep either or both. */
    public static List<List<String>> template() {
        return List.of(header(Language.JA), header(Language.EN));
    }

    private static List<String> header(Language language) {
        return SystemColumns.ALL.stream().map(column -> column.name(language)).toList();
    }

    /**
     * Validates a register.
     *
     * @param table the header and the rows below it; blank rows are skipped
     * @param origin name of the file, for {@link Declaration#origin()}: {@code systems.csv} gives {@code systems.csv:7}
     * @return the systems of all valid rows, sorted by id, and the problems of the others
     */
    public static Reading<List<InformationSystem>> read(List<List<String>> table, String origin) {
        RegisterRows rows = RegisterRows.of(SystemColumns.ALL, table);
        List<RowProblem> problems = new ArrayList<>(rows.problems());
        if (problems.isEmpty() && rows.rows().isEmpty()) {
            problems.add(RowProblem.error(1, "", "", Expectation.NO_ROWS));
        }
        Map<String, InformationSystem> systems = new LinkedHashMap<>();
        Map<String, Integer> firstRows = new LinkedHashMap<>();
        Map<String, Map<String, String>> preserved = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (RegisterRows.Row row : rows.rows()) {
            others.addAll(row.others().keySet());
            SystemRow cells = new SystemRow(rows, row, origin, problems);
            String id = cells.text(SystemColumns.ID);
            Integer first = id.isEmpty() ? null : firstRows.putIfAbsent(id, row.number());
            if (first != null) {
                cells.problem(SystemColumns.ID, Expectation.duplicateId(first));
                continue;
            }
            cells.system().ifPresent(system -> {
                systems.put(id, system);
                preserved.put(id, Map.copyOf(row.others()));
            });
        }
        others.forEach(title -> problems.add(RowProblem.note(1, title, "", Expectation.UNKNOWN_COLUMN)));
        return new Reading<>(systems.values().stream().sorted().toList(), problems, preserved);
    }

    /** The register as rows under a header in that language; reading them back gives equal systems. */
    public static List<List<String>> rows(Collection<InformationSystem> systems, Language language) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(language));
        systems.stream().sorted().forEach(system -> rows.add(row(system, language)));
        return List.copyOf(rows);
    }

    private static List<String> row(InformationSystem system, Language language) {
        return List.of(
                system.id(),
                system.name(),
                system.owner(),
                system.contact(),
                system.category(),
                text(system.impact()),
                system.exposure().value().map(it -> exposure(it, language)).orElse(""),
                system.protectionMonths().value().map(it -> years(it, language)).orElse(""),
                text(system.trustUntil()),
                system.verifierUpdatable()
                        .value()
                        .map(it -> language.choose(it ? "可" : "不可", it ? "yes" : "no"))
                        .orElse(""),
                text(system.renewalFiscalYear()),
                system.team(),
                system.note());
    }

    private static String text(Declaration<?> declaration) {
        return declaration.value().map(Object::toString).orElse("");
    }

    private static String years(int months, Language language) {
        return months % 12 == 0 ? Integer.toString(months / 12) : months + language.choose("か月", " months");
    }

    private static String exposure(Exposure exposure, Language language) {
        return switch (exposure) {
            case INTERNET -> language.choose("インターネット", "internet");
            case PARTNER -> language.choose("取引先等", "partner");
            case INTERNAL -> language.choose("内部", "internal");
            case ISOLATED -> language.choose("閉域", "isolated");
        };
    }
}
