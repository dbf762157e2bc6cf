package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The form of one kind of resource: its columns, and how the cells of a row become what it declares.
 *
 * @param note one sentence on how to fill it in
 * @param columns in their order
 * @param accepted further columns that are read, under which nothing is written
 * @param wide whether headings that are periods hold amounts
 * @param read what a row declares; nothing where a cell is at fault
 */
record ResourceForm<R extends Resource>(
        ResourceKind kind,
        Class<R> type,
        Text note,
        List<ResourceColumn<R, ?>> columns,
        List<ResourceColumn<R, ?>> accepted,
        boolean wide,
        Function<ResourceCells, List<R>> read) {

    /** All columns that are read. */
    List<ResourceColumn<R, ?>> all() {
        List<ResourceColumn<R, ?>> all = new ArrayList<>(columns);
        all.addAll(accepted);
        return all;
    }

    /** The cell of a column for a resource of this form's kind. */
    String cell(ResourceColumn<R, ?> column, Resource resource, Language language) {
        return column.cell(type.cast(resource), language);
    }
}
