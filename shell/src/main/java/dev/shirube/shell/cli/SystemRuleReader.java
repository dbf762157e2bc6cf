package dev.shirube.shell.cli;

import dev.shirube.domain.Text;
import dev.shirube.domain.mapping.PlacePattern;
import dev.shirube.domain.mapping.SystemRule;
import dev.shirube.domain.mapping.SystemRules;
import dev.shirube.domain.mapping.WrongPatternException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code systems:} of the settings, each rule with the line it stands on. */
final class SystemRuleReader {

    /** The names of the lists of patterns. */
    private static final Map<String, PlacePattern.Kind> KINDS = kinds();

    private static final String FORM =
            "- id: juki, paths: [\"juki/**\"], hosts: [\"*.juki.example.jp\"], subjects:" + " [\"*CN=juki*\"]";

    private final Path file;

    SystemRuleReader(Path file) {
        this.file = file;
    }

    private static Map<String, PlacePattern.Kind> kinds() {
        Map<String, PlacePattern.Kind> kinds = new LinkedHashMap<>();
        kinds.put("paths", PlacePattern.Kind.PATH);
        kinds.put("hosts", PlacePattern.Kind.HOST);
        kinds.put("subjects", PlacePattern.Kind.SUBJECT);
        return kinds;
    }

    /** The rules of the whole document. */
    SystemRules read(Node root) {
        List<SystemRule> rules = new ArrayList<>();
        member(root, "systems").ifPresent(list -> {
            if (!(list instanceof SequenceNode items)) {
                throw wrong(list, "systems");
            }
            items.getValue().forEach(it -> read(it, rules));
        });
        return new SystemRules(rules);
    }

    private void read(Node item, List<SystemRule> rules) {
        String id = member(item, "id").flatMap(SystemRuleReader::text).orElse("");
        if (!(item instanceof MappingNode map) || id.isBlank()) {
            throw wrong(item, "systems");
        }
        for (NodeTuple member : map.getValue()) {
            String name = text(member.getKeyNode()).orElse("");
            PlacePattern.Kind kind = KINDS.get(name);
            if (kind == null && !name.equals("id")) {
                throw wrong(member.getKeyNode(), name);
            }
            if (kind != null) {
                patterns(member.getValueNode(), name).forEach(it -> rules.add(rule(id, kind, it)));
            }
        }
    }

    private List<Node> patterns(Node value, String name) {
        if (value instanceof ScalarNode) {
            return List.of(value);
        }
        if (value instanceof SequenceNode list) {
            return list.getValue();
        }
        throw wrong(value, name);
    }

    private SystemRule rule(String id, PlacePattern.Kind kind, Node pattern) {
        try {
            String text = text(pattern).orElseThrow(() -> wrong(pattern, kind.id()));
            return new SystemRule(id, PlacePattern.of(kind, text), place(pattern));
        } catch (WrongPatternException e) {
            Text why = e.text();
            throw CommandFailure.usage(place(pattern) + ": " + why.en(), place(pattern) + "：" + why.ja());
        }
    }

    private static Optional<Node> member(Node node, String name) {
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        return map.getValue().stream()
                .filter(it -> text(it.getKeyNode()).equals(Optional.of(name)))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private String place(Node node) {
        Path name = file.getFileName();
        return (name == null ? file : name)
                + node.getStartMark().map(it -> ":" + (it.getLine() + 1)).orElse("");
    }

    private CommandFailure wrong(Node node, String said) {
        return CommandFailure.usage(
                place(node) + ": \"" + said + "\" is not understood. Write as in: " + FORM,
                place(node) + "：「" + said + "」は解釈できません。次のように書いてください：" + FORM);
    }
}
