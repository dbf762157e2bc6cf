package dev.shirube.material.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a JSON, YAML or TOML text with the line on which it or its name begins; what is not there is {@link #NONE}. */
public final class Node {

    /** No value: asking it for anything gives nothing. */
    public static final Node NONE = new Node(0, "", Map.of(), List.of());

    private final int line;
    private final String text;
    private final Map<String, Node> members;
    private final List<Node> items;

    private Node(int line, String text, Map<String, Node> members, List<Node> items) {
        this.line = line;
        this.text = text;
        this.members = members;
        this.items = items;
    }

    static Node scalar(int line, String text) {
        return new Node(line, text, Map.of(), List.of());
    }

    static Node map(int line) {
        return new Node(line, "", new LinkedHashMap<>(), List.of());
    }

    static Node list(int line) {
        return new Node(line, "", Map.of(), new ArrayList<>());
    }

    void put(String name, Node value) {
        members.put(name, value);
    }

    void add(Node item) {
        items.add(item);
    }

    boolean isMap() {
        return members instanceof LinkedHashMap;
    }

    boolean isList() {
        return items instanceof ArrayList;
    }

    /** Line from 1 on which it begins; 0 where there is none. */
    public int line() {
        return line;
    }

    /** A text, number or truth value as written, without quotes; empty for anything else. */
    public String text() {
        return text;
    }

    /** Whether anything is there. */
    public boolean present() {
        return this != NONE;
    }

    /** The member of that name. */
    public Node get(String name) {
        return members.getOrDefault(name, NONE);
    }

    /** The members by name, in the order of the text. */
    public Map<String, Node> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The items of a list, in order. */
    public List<Node> items() {
        return Collections.unmodifiableList(items);
    }
}
