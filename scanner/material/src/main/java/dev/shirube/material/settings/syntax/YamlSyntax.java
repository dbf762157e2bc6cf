package dev.shirube.material.settings.syntax;

import dev.shirube.engine.settings.JsonPaths;
import dev.shirube.engine.settings.Setting;
import dev.shirube.engine.settings.YamlPaths;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.YamlEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * YAML and JSON, from the events of the parser: mappings are blocks, those in lists work on their own. What an alias stands
 * for is told where it is written, and never copied, so that a small file stays small.
 */
final class YamlSyntax {

    /** A mapping or list that is not closed yet; a list has the name that it stands under, a mapping the one to come. */
    private static final class Open {
        private final Block block;
        private final boolean list;
        private final boolean asKey;
        private Optional<String> name;
        private int line;
        private final List<String> items = new ArrayList<>();

        Open(Block block, boolean list, boolean asKey, Optional<String> name, int line) {
            this.block = block;
            this.list = list;
            this.asKey = asKey;
            this.name = name;
            this.line = line;
        }
    }

    private final Entries entries = new Entries();
    private final Deque<Open> open = new ArrayDeque<>();

    private YamlSyntax() {}

    static SettingsText yaml(String text) {
        YamlSyntax syntax = new YamlSyntax();
        // Templates are no YAML until they are filled in; what a person would read in them still stands there.
        return syntax.parse(text) ? syntax.entries.text() : lines(YamlPaths.of(text));
    }

    static SettingsText json(String text) {
        YamlSyntax syntax = new YamlSyntax();
        return syntax.parse(text.replace('\t', ' ')) ? syntax.entries.text() : lines(JsonPaths.of(text));
    }

    private static SettingsText lines(List<Setting> settings) {
        Entries entries = new Entries();
        for (Setting setting : settings) {
            List<String> values = new ArrayList<>();
            for (String value : setting.values()) {
                String bare = value.strip();
                boolean list = bare.startsWith("[") && bare.endsWith("]");
                for (String item : list ? bare.substring(1, bare.length() - 1).split(",") : new String[] {bare}) {
                    values.add(item.strip().replace("\"", "").replace("'", ""));
                }
            }
            entries.add(entries.root(), setting.name(), values, setting.line());
        }
        return entries.text();
    }

    private boolean parse(String text) {
        try {
            YamlEvents.<RuntimeException>read(text, this::take);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private boolean take(Event event, int line) {
        if (open.size() > Entries.DEEPEST) {
            entries.tooDeep();
            return false;
        }
        if (entries.full()) {
            return false;
        }
        event(event, line);
        return true;
    }

    private void event(Event event, int line) {
        if (event instanceof DocumentStartEvent) {
            open.clear();
            open.push(new Open(entries.root(), true, false, Optional.of(""), line));
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar.getValue(), line);
        } else if (event instanceof AliasEvent) {
            scalar("", line);
        } else if (event instanceof MappingStartEvent) {
            mapping(line);
        } else if (event instanceof SequenceStartEvent) {
            Open owner = open.element();
            boolean asKey = !owner.list && owner.name.isEmpty();
            open.push(new Open(owner.block, true, asKey, asKey ? Optional.of("?") : owner.name, line));
        } else if (event instanceof CollectionEndEvent) {
            end();
        }
    }

    private void mapping(int line) {
        Open owner = open.element();
        boolean asKey = !owner.list && owner.name.isEmpty();
        boolean document = open.size() == 1;
        String name = owner.name.orElse("?");
        Block block = document
                ? document(line)
                : entries.open(owner.block, name, List.of(), owner.list ? line : owner.line, owner.list);
        open.push(new Open(block, false, asKey, Optional.empty(), line));
    }

    /** Documents in one file have nothing to do with each other. */
    private Block document(int line) {
        Block root = entries.root();
        Block opened = entries.open(root, "", List.of(), line, true);
        return new Block(Optional.of(root), "", List.of(), line, opened.section(), 1, "");
    }

    private void scalar(String value, int line) {
        if (open.isEmpty()) {
            return;
        }
        Open owner = open.element();
        if (owner.list) {
            owner.items.add(value);
        } else if (owner.name.isEmpty()) {
            owner.name = Optional.of(value);
            owner.line = line;
        } else {
            entries.add(owner.block, owner.name.get(), List.of(value), owner.line);
            owner.name = Optional.empty();
        }
    }

    private void end() {
        if (open.size() < 2) {
            return;
        }
        Open ended = open.pop();
        Open owner = open.element();
        if (ended.list && !ended.items.isEmpty() && !ended.asKey) {
            entries.add(ended.block, ended.name.orElse(""), ended.items, owner.list ? ended.line : owner.line);
        }
        if (!owner.list) {
            owner.name = ended.asKey ? Optional.of("?") : Optional.empty();
        }
    }
}
