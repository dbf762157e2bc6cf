package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceChange;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The resources of an office as rows of text: a form for each kind, or one table with a column of kinds.
 *
 * <p>In the forms of teams and budgets every column whose heading is a period holds amounts for it: a month ({@code 2027-04}),
 * a quarter ({@code 2027Q1}, {@code 令和9年度Q1}) or a fiscal year ({@code 2027}, {@code 令和9年度}). An empty cell declares
 * nothing, which is not the same as 0. A table without a column of kinds is of the kind whose required columns it has, and
 * otherwise one of teams.
 */
public final class ResourceBook {

    private final Map<ResourceKind, ResourceForm<?>> forms = new EnumMap<>(ResourceKind.class);

    /**
     * The forms.
     *
     * @param tasks the planner's kinds of task, by their ids, with what reports print
     */
    public ResourceBook(Map<String, Text> tasks) {
        List.of(
                        TeamForm.FORM,
                        BudgetForm.FORM,
                        FreezeForm.FORM,
                        OtherForms.LEAD_TIMES,
                        OtherForms.efforts(tasks),
                        OtherForms.RELEASES)
                .forEach(it -> forms.put(it.kind(), it));
    }

    /**
     * Validates the tables of a file.
     *
     * @param file its name, for the origin of what it declares
     */
    public ResourceReading read(List<ResourceSheet> sheets, String file) {
        ResourceTableReader reader = new ResourceTableReader(forms, file);
        List<ResourceReading.Part> parts = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        boolean named = sheets.stream()
                .anyMatch(it -> ResourceTableReader.named(it.name()).isPresent());
        for (ResourceSheet sheet : sheets) {
            // A workbook that names no kind is one table; a form's other sheets explain it.
            boolean table = named ? ResourceTableReader.named(sheet.name()).isPresent() : parts.isEmpty();
            if (table) {
                parts.add(new ResourceReading.Part(sheet.name(), reader.read(sheet)));
            } else {
                ignored.add(sheet.name());
            }
        }
        boolean some = parts.stream().anyMatch(it -> it.reading().rows() > 0);
        if (some) {
            parts.removeIf(it -> it.reading().rows() == 0 && ResourceTableReader.isEmpty(it.reading()));
        }
        return new ResourceReading(parts, ignored);
    }

    /**
     * The columns of a form, in their order, those of periods after the others.
     *
     * @param further periods to offer beside those that are declared, where the form has periods as columns
     */
    public List<RegisterColumn> columns(
            ResourceKind kind, OfficeResources resources, Collection<FiscalPeriod> further) {
        List<RegisterColumn> columns = new ArrayList<>();
        forms.get(kind).columns().forEach(it -> columns.add(it.column()));
        periods(kind, resources, further).forEach(it -> columns.add(period(it)));
        return List.copyOf(columns);
    }

    private static RegisterColumn period(FiscalPeriod period) {
        return new ColumnDraft(period.id(), new Text(period.label(Language.JA), period.label(Language.EN)), 12)
                .note("この期間の人日。通常の人日に代わる。", "Person-days of this period, instead of the usual ones.")
                .example("30")
                .column()
                .holding(ResourceCellKinds.PERSON_DAYS);
    }

    /** One sentence on how to fill a form in. */
    public Text note(ResourceKind kind) {
        return forms.get(kind).note();
    }

    /** What is declared of one kind as rows under a header in that language; reading them back gives equal resources. */
    public List<List<String>> rows(ResourceKind kind, OfficeResources resources, Language language) {
        return rows(kind, resources, List.of(), language);
    }

    /** The same with further periods, as in {@link #columns}. */
    public List<List<String>> rows(
            ResourceKind kind, OfficeResources resources, Collection<FiscalPeriod> further, Language language) {
        return rows(forms.get(kind), resources, periods(kind, resources, further), language);
    }

    private static <R extends Resource> List<List<String>> rows(
            ResourceForm<R> form, OfficeResources resources, Set<FiscalPeriod> periods, Language language) {
        List<ResourceEntry> entries = resources.entries(form.kind());
        Set<String> others = others(entries);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        form.columns().forEach(it -> header.add(it.column().name(language)));
        periods.forEach(it -> header.add(it.label(language)));
        header.addAll(others);
        rows.add(List.copyOf(header));
        for (ResourceEntry entry : entries) {
            List<String> row = new ArrayList<>();
            form.columns().forEach(it -> row.add(form.cell(it, entry.value(), language)));
            periods.forEach(it -> row.add(amount(entry, it)));
            others.forEach(it -> row.add(entry.others().getOrDefault(it, "")));
            rows.add(List.copyOf(row));
        }
        return List.copyOf(rows);
    }

    /** Everything declared as one table with a column of kinds, and only such columns as hold something. */
    public List<List<String>> rows(OfficeResources resources, Language language) {
        Set<String> titles = new LinkedHashSet<>();
        titles.add(ResourceTableReader.KIND.column().name(language));
        List<Map<String, String>> all = new ArrayList<>();
        for (ResourceKind kind : ResourceKind.values()) {
            List<List<String>> rows = rows(kind, resources, language);
            for (List<String> row : rows.subList(1, rows.size())) {
                Map<String, String> cells = new HashMap<>();
                cells.put(titles.iterator().next(), kind.label().in(language));
                for (int i = 0; i < row.size(); i++) {
                    if (!row.get(i).isEmpty()) {
                        cells.put(rows.get(0).get(i), row.get(i));
                    }
                }
                all.add(cells);
            }
            rows.get(0).stream()
                    .filter(title -> all.stream().anyMatch(it -> it.containsKey(title)))
                    .forEach(titles::add);
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.copyOf(titles));
        all.forEach(cells ->
                table.add(titles.stream().map(it -> cells.getOrDefault(it, "")).toList()));
        return List.copyOf(table);
    }

    /** What is different from one state to another, cell by cell, as it would be exported. */
    public List<RegisterChange> changes(OfficeResources before, OfficeResources after, Language language) {
        List<RegisterChange> changes = new ArrayList<>();
        for (ResourceChange change : before.changes(after)) {
            Resource value = change.entry().value();
            changes.add(RegisterChange.of(
                    value.kind().label().in(language) + " " + value.key(),
                    change.before().map(it -> cells(it, language)),
                    change.after().map(it -> cells(it, language))));
        }
        return List.copyOf(changes);
    }

    private Map<String, String> cells(ResourceEntry entry, Language language) {
        List<List<String>> rows = rows(entry.value().kind(), new OfficeResources(List.of(entry)), language);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            if (!rows.get(1).get(i).isEmpty()) {
                cells.put(rows.get(0).get(i), rows.get(1).get(i));
            }
        }
        return cells;
    }

    private static Set<FiscalPeriod> periods(
            ResourceKind kind, OfficeResources resources, Collection<FiscalPeriod> further) {
        Set<FiscalPeriod> periods = new TreeSet<>();
        if (kind == ResourceKind.TEAM) {
            resources.teams().forEach(it -> periods.addAll(it.personDays().keySet()));
            periods.addAll(further);
        }
        return periods;
    }

    private static String amount(ResourceEntry entry, FiscalPeriod period) {
        return team(entry)
                .map(it -> it.personDays().get(period))
                .map(Object::toString)
                .orElse("");
    }

    private static Optional<TeamCapacity> team(ResourceEntry entry) {
        return entry.value() instanceof TeamCapacity team ? Optional.of(team) : Optional.empty();
    }

    private static Set<String> others(List<ResourceEntry> entries) {
        Set<String> others = new TreeSet<>();
        entries.forEach(it -> others.addAll(it.others().keySet()));
        return others;
    }
}
