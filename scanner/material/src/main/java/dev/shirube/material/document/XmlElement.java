package dev.shirube.material.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an XML text, with the line on which its start tag ends; names are local names. */
public final class XmlElement {

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private String text = "";

    XmlElement(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = Map.copyOf(attributes);
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void text(String value) {
        text = value;
    }

    /** Its local name. */
    public String name() {
        return name;
    }

    /** Line from 1. */
    public int line() {
        return line;
    }

    /** The text directly in it, stripped. */
    public String text() {
        return text;
    }

    /** The value of that attribute; empty where there is none. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The elements directly in it, in order. */
    public List<XmlElement> children() {
        return Collections.unmodifiableList(children);
    }

    /** The elements of that name directly in it. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(it -> it.name.equals(child)).toList();
    }

    /** The first element of that name directly in it. */
    public Optional<XmlElement> first(String child) {
        return children.stream().filter(it -> it.name.equals(child)).findFirst();
    }

    /** The text of the first element of that name directly in it; empty where there is none. */
    public String textOf(String child) {
        return first(child).map(XmlElement::text).orElse("");
    }

    /** All elements at the end of that path, each part the name of a child of the one before. */
    public List<XmlElement> at(String... path) {
        List<XmlElement> elements = List.of(this);
        for (String part : path) {
            elements = elements.stream().flatMap(it -> it.all(part).stream()).toList();
        }
        return elements;
    }
}
