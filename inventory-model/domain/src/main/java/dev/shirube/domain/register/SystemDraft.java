package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Grade;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Responsibility;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An information system being put together, one column at a time. */
final class SystemDraft {

    private final Map<SystemColumn<?>, Declaration<?>> values = new HashMap<>();
    private final Map<String, String> others = new TreeMap<>();

    <T> void put(SystemColumn<T> column, Declaration<T> value) {
        values.put(column, value);
    }

    SystemDraft others(Map<String, String> cells) {
        others.putAll(cells);
        return this;
    }

    /**
     * That system after a file has been read: what the file has no column for stays, and what it says again keeps the
     * declaration that was there first, with its origin.
     *
     * @param headings see {@link Reading#headings()}
     */
    static InformationSystem merged(InformationSystem known, InformationSystem read, Set<String> headings) {
        SystemDraft draft = new SystemDraft();
        SystemColumns.ALL.forEach(column -> draft.merge(column, known, read, headings));
        known.others().forEach((heading, cell) -> {
            if (!headings.contains(heading)) {
                draft.others.put(heading, cell);
            }
        });
        return draft.others(read.others()).system();
    }

    private <T> void merge(
            SystemColumn<T> column, InformationSystem known, InformationSystem read, Set<String> headings) {
        Declaration<T> before = column.declared().apply(known);
        Declaration<T> after = column.declared().apply(read);
        boolean kept = !headings.contains(column.column().id()) || after.value().equals(before.value());
        put(column, kept ? before : after);
    }

    @SuppressWarnings("unchecked") // put() takes no value of another type.
    private <T> Declaration<T> get(SystemColumn<T> column) {
        return (Declaration<T>) values.getOrDefault(column, Declaration.unknown());
    }

    private String text(SystemColumn<String> column) {
        return get(column).value().orElse("");
    }

    InformationSystem system() {
        return new InformationSystem(
                text(SystemColumns.ID),
                text(SystemColumns.NAME),
                text(SystemColumns.CATEGORY),
                new Responsibility(text(SystemColumns.OWNER), text(SystemColumns.CONTACT), text(SystemColumns.TEAM)),
                new Protection(
                        get(SystemColumns.IMPACT),
                        new Grade(
                                get(SystemColumns.CONFIDENTIALITY),
                                get(SystemColumns.INTEGRITY),
                                get(SystemColumns.AVAILABILITY)),
                        get(SystemColumns.DATA_KIND),
                        get(SystemColumns.PROTECTION),
                        get(SystemColumns.TRUST),
                        get(SystemColumns.VERIFIER)),
                new Placement(get(SystemColumns.HOSTING), get(SystemColumns.ZONE), get(SystemColumns.EXPOSURE)),
                new Procurement(
                        get(SystemColumns.RENEWAL),
                        get(SystemColumns.CONTRACT_END),
                        get(SystemColumns.BUDGET_LINE),
                        get(SystemColumns.VENDOR)),
                get(SystemColumns.PEERS),
                text(SystemColumns.NOTE),
                others);
    }
}
