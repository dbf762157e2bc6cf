package dev.shirube.build;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Compiles every {@code *.yaml} below one folder into a {@code *.table} at the same place below another.
 *
 * <p>Two arguments: the folder of authored files, and the folder of class files to put the tables into. A duplicate key
 * or a broken file stops the build and names the file.
 */
public final class DataCompiler {

    /** Code points are read up to this many per file; the largest authored file is a third of a megabyte. */
    private static final int MAXIMUM_CODE_POINTS = 8_000_000;

    private DataCompiler() {}

    /** Runs the compiler; see the type. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give two folders: the authored YAML, and where the tables go.");
        }
        compile(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void compile(Path authored, Path tables) throws IOException {
        try (Stream<Path> files = Files.walk(authored)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String relative = authored.relativize(file).toString();
                Path table = tables.resolve(relative.substring(0, relative.length() - ".yaml".length()) + ".table");
                Files.createDirectories(table.getParent());
                Files.write(table, DataTable.write(parse(file)));
            }
        }
    }

    static DataNode parse(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setLabel(file.getFileName().toString())
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAXIMUM_CODE_POINTS)
                .setMaxAliasesForCollections(1_000)
                .build();
        try {
            return node(new Load(settings).loadFromString(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (YamlEngineException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not a table: " + e.getMessage(), e);
        }
    }

    private static DataNode node(Object value) {
        if (value == null) {
            return DataNode.NOTHING;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, DataNode> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(String.valueOf(name), node(entry)));
            return new DataNode.Mapping(entries);
        }
        if (value instanceof Iterable<?> list) {
            List<DataNode> items = new ArrayList<>();
            list.forEach(item -> items.add(node(item)));
            return new DataNode.Sequence(items);
        }
        if (value instanceof Boolean truth) {
            return new DataNode.Truth(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new DataNode.Whole(((Number) value).longValue());
        }
        if (value instanceof String text) {
            return new DataNode.Text(text);
        }
        throw new IllegalArgumentException(
                "the value " + value + " is a " + value.getClass().getSimpleName() + "; write it as a quoted text");
    }
}
