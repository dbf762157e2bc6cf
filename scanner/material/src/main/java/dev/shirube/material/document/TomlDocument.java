package dev.shirube.material.document;

import dev.shirube.engine.LimitException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TOML (version 1.0) into a tree: tables, arrays of tables, dotted keys, inline tables, arrays over lines and all kinds
 * of strings. Dates and numbers are texts as written. A line that is none of these is an error of the whole text.
 */
public final class TomlDocument {

    private final TomlScanner scanner;
    private final Budget budget = new Budget();
    private final Node root = Node.map(1);

    private TomlDocument(String text) {
        scanner = new TomlScanner(text);
    }

    /** The table that the text consists of. */
    public static Node read(String text) throws MalformedException, LimitException {
        TomlDocument reader = new TomlDocument(text.startsWith("\ufeff") ? text.substring(1) : text);
        reader.walk();
        return reader.root;
    }

    private void walk() throws MalformedException, LimitException {
        Node table = root;
        for (char c = scanner.nextLineStart(); c != 0; c = scanner.nextLineStart()) {
            if (c == '[') {
                table = header();
            } else {
                pair(table, 0);
            }
            scanner.endOfLine();
        }
    }

    private Node header() throws MalformedException, LimitException {
        int line = scanner.line();
        scanner.skip('[');
        boolean ofTables = scanner.peek() == '[';
        if (ofTables) {
            scanner.skip('[');
        }
        List<String> path = key();
        scanner.skip(']');
        if (ofTables) {
            scanner.skip(']');
        }
        budget.spend();
        String last = path.remove(path.size() - 1);
        Node parent = descend(root, path);
        if (!ofTables) {
            path.add(last);
            return descend(root, path);
        }
        if (!parent.get(last).isList()) {
            parent.put(last, Node.list(line));
        }
        Node table = Node.map(line);
        parent.get(last).add(table);
        return table;
    }

    /** The table at the end of that path, made where it is not there; of an array of tables, the last one. */
    private Node descend(Node from, List<String> path) throws MalformedException, LimitException {
        Node table = from;
        for (String part : path) {
            Node next = table.get(part);
            if (next.isList() && !next.items().isEmpty()) {
                next = next.items().get(next.items().size() - 1);
            }
            if (!next.present()) {
                budget.spend();
                next = Node.map(scanner.line());
                table.put(part, next);
            }
            if (!next.isMap()) {
                throw scanner.malformed();
            }
            table = next;
        }
        return table;
    }

    private void pair(Node table, int depth) throws MalformedException, LimitException {
        List<String> path = key();
        scanner.skip('=');
        Node value = value(depth);
        String last = path.remove(path.size() - 1);
        descend(table, path).put(last, value);
    }

    private List<String> key() throws MalformedException, LimitException {
        List<String> path = new ArrayList<>();
        do {
            if (!path.isEmpty()) {
                scanner.skip('.');
            }
            Budget.depth(path.size());
            path.add(scanner.key());
        } while (scanner.peek() == '.');
        return path;
    }

    private Node value(int depth) throws MalformedException, LimitException {
        Budget.depth(depth);
        budget.spend();
        char c = scanner.peek();
        int line = scanner.line();
        if (c == '[') {
            scanner.skip('[');
            Node list = Node.list(line);
            while (scanner.peekOverLines() != ']') {
                list.add(value(depth + 1));
                if (scanner.peekOverLines() == ',') {
                    scanner.skip(',');
                } else if (scanner.peek() != ']') {
                    throw scanner.malformed();
                }
            }
            scanner.skip(']');
            return list;
        } else if (c == '{') {
            return inline(line, depth);
        }
        return Node.scalar(line, c == '"' || c == '\'' ? scanner.string() : scanner.bare());
    }

    private Node inline(int line, int depth) throws MalformedException, LimitException {
        scanner.skip('{');
        Node table = Node.map(line);
        while (scanner.peekOverLines() != '}') {
            pair(table, depth + 1);
            if (scanner.peekOverLines() == ',') {
                scanner.skip(',');
            } else if (scanner.peek() != '}') {
                throw scanner.malformed();
            }
        }
        scanner.skip('}');
        return table;
    }
}
