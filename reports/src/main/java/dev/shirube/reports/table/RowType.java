package dev.shirube.reports.table;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What the annotations of a row type say, read once. */
final class RowType<R extends Record> implements Shape<R> {

    /** A component that is a column, and how to read it. */
    record Component(TableColumn column, Method accessor) {
        Object read(Record row) {
            try {
                return accessor.invoke(row);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The column " + column.id() + " cannot be read", e);
            }
        }
    }

    private final Sheet sheet;
    private final List<Component> components;

    RowType(Class<R> type) {
        sheet = type.getAnnotation(Sheet.class);
        if (sheet == null) {
            throw new IllegalArgumentException(type.getName() + " is no sheet: annotate it with @Sheet");
        }
        List<Component> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Column column = component.getAnnotation(Column.class);
            if (column != null) {
                Method accessor = component.getAccessor();
                // A row type may be package-private; its accessors are public but not reachable without this.
                accessor.setAccessible(true);
                found.add(new Component(column(component, column), accessor));
            }
        }
        components = List.copyOf(found);
    }

    @Override
    public Text name() {
        return new Text(sheet.ja(), sheet.en());
    }

    @Override
    public Text note() {
        return new Text(sheet.noteJa(), sheet.noteEn());
    }

    @Override
    public int frozen() {
        return sheet.frozen();
    }

    @Override
    public List<Cell> cells(R row, int headings, Language language) {
        List<Cell> cells = new ArrayList<>();
        for (Component component : components) {
            Object value = component.read(row);
            if (component.column().kind() == Kind.BAND) {
                cells.addAll(marks((List<?>) value, headings));
            } else {
                cells.add(Cells.of(value, language));
            }
        }
        return Collections.unmodifiableList(cells);
    }

    private static List<Cell> marks(List<?> marks, int headings) {
        if (marks.size() != headings) {
            throw new IllegalArgumentException(
                    "A row has " + marks.size() + " marks for a band of " + headings + " columns");
        }
        return marks.stream().<Cell>map(mark -> new Cell.Marked((Mark) mark)).toList();
    }

    @Override
    public List<TableColumn> columns() {
        return components.stream().map(Component::column).toList();
    }

    @Override
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (Component component : components) {
            if (component.column().kind() == Kind.BAND) {
                for (Object mark : elements(component.accessor().getGenericReturnType())) {
                    marks.add((Mark) mark);
                }
            }
        }
        return List.copyOf(marks);
    }

    /** The constants of an enum, or of what is inside an optional or list of it; null for another type. */
    private static Object[] elements(Type type) {
        Type plain = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        return ((Class<?>) plain).getEnumConstants();
    }

    private static TableColumn column(RecordComponent component, Column column) {
        Kind kind = Kind.of(component.getGenericType());
        return new TableColumn(
                component.getName(),
                new Text(column.ja(), column.en()),
                new Text(column.noteJa(), column.noteEn()),
                kind,
                column.width(),
                column.align() == Align.BY_KIND ? natural(kind) : column.align(),
                column.input(),
                kind == Kind.CHOICE ? choices(component.getGenericType()) : List.of(),
                column.key(),
                column.link(),
                column.identity(),
                -1);
    }

    private static Align natural(Kind kind) {
        return switch (kind) {
            case TEXT -> Align.LEFT;
            case NUMBER -> Align.RIGHT;
            case DATE, CHOICE, BAND -> Align.CENTRE;
        };
    }

    private static List<Word> choices(Type type) {
        Object[] elements = elements(type);
        if (elements == null) {
            return List.of();
        }
        return Stream.of(elements)
                .map(it -> new Word(((Choice) it).label(), ((Choice) it).tone()))
                .toList();
    }
}
