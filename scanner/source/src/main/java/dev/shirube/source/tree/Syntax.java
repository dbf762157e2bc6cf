package dev.shirube.source.tree;

import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node of a concrete syntax tree, with the names that its grammar gives it. */
public final class Syntax {
    private final SyntaxTree tree;
    private final String type;
    private final String field;
    private final boolean named;
    private final int start;
    private final int end;
    private final List<Syntax> children = new ArrayList<>(2);

    Syntax(SyntaxTree tree, String type, String field, boolean named, int start, int end) {
        this.tree = tree;
        this.type = type;
        this.field = field;
        this.named = named;
        this.start = start;
        this.end = end;
    }

    void add(Syntax child) {
        children.add(child);
    }

    /** The grammar's name of the node: {@code call_expression}; of a token without one, the token: {@code +}. */
    public String type() {
        return type;
    }

    /** Whether it is of one of these types. */
    public boolean is(String... types) {
        for (String one : types) {
            if (type.equals(one)) {
                return true;
            }
        }
        return false;
    }

    /** The name under which its parent has it: {@code left}; empty where it has none. */
    public String field() {
        return field;
    }

    /** Whether it is a node with a name, and no mere token such as {@code (}. */
    public boolean named() {
        return named;
    }

    /** All children, tokens included. */
    public List<Syntax> all() {
        return List.copyOf(children);
    }

    /** The children that are no mere tokens, without comments. */
    public List<Syntax> children() {
        List<Syntax> found = new ArrayList<>(children.size());
        for (Syntax child : children) {
            if (child.named && !child.isComment()) {
                found.add(child);
            }
        }
        return found;
    }

    /** The children of one of these types, in their order. */
    public List<Syntax> children(String... types) {
        return children.stream().filter(it -> it.is(types)).toList();
    }

    /** The first child under that field. */
    public Optional<Syntax> get(String name) {
        for (Syntax child : children) {
            if (child.field.equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All children under that field, tokens left out. */
    public List<Syntax> getAll(String name) {
        return children.stream().filter(it -> it.named && it.field.equals(name)).toList();
    }

    /** The first child of one of these types. */
    public Optional<Syntax> first(String... types) {
        for (Syntax child : children) {
            if (child.is(types)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** Whether a token or node of that type is among the children. */
    public boolean has(String childType) {
        return first(childType).isPresent();
    }

    /** What is written. */
    public String text() {
        return tree.source().text().substring(start, end);
    }

    /** Offset of its first character, in UTF-16 units. */
    public int start() {
        return start;
    }

    /** Offset after its last character. */
    public int end() {
        return end;
    }

    /** Where it begins, and what it spans. */
    public Place place() {
        return tree.place(start, start, end);
    }

    /** What it spans, on the line where that part of it begins: a call is found where the name that is called stands. */
    public Place placeAt(Syntax part) {
        return tree.place(part.start, start, end);
    }

    /** Whether it is a comment, as most grammars call it. */
    public boolean isComment() {
        return type.endsWith("comment");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        print(text, 0);
        return text.toString();
    }

    private void print(StringBuilder text, int depth) {
        text.append("  ".repeat(depth));
        if (!field.isEmpty()) {
            text.append(field).append(": ");
        }
        text.append(type);
        if (children.isEmpty()) {
            text.append(" '").append(text()).append('\'');
        }
        text.append('\n');
        children.stream().filter(it -> it.named).forEach(it -> it.print(text, depth + 1));
    }
}
