package dev.shirube.engine;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names and first bytes say of a file; the facts are in {@code file-kinds.yaml}. */
final class FileKinds {
    static final FileKinds STANDARD = new FileKinds(DataTable.load(FileKinds.class, "file-kinds.table"));

    /** As many first bytes as the questions here need. */
    static final int HEAD = 8;

    private final Map<String, SourceLanguage> languages = new HashMap<>();
    private final Set<String> opened;
    private final Map<String, String> unopened = new HashMap<>();
    private final List<Magic> magics = new ArrayList<>();

    private FileKinds(DataNode table) {
        for (DataNode row : table.get("languages").items()) {
            SourceLanguage language =
                    new SourceLanguage(row.get("id").text(), row.get("name").text());
            row.get("endings").texts().forEach(it -> languages.put(it, language));
        }
        opened = new HashSet<>(table.get("opened").texts());
        for (DataNode row : table.get("unopened").items()) {
            String name = row.get("name").text();
            row.get("endings").texts().forEach(it -> unopened.put(it, name));
            row.get("magic")
                    .texts()
                    .forEach(it -> magics.add(new Magic(HexFormat.of().parseHex(it), name)));
        }
    }

    /** A programming language. */
    record SourceLanguage(String id, String name) {}

    private record Magic(byte[] bytes, String name) {}

    /** The programming language of a file of that name. */
    Optional<SourceLanguage> language(String name) {
        return Optional.ofNullable(languages.get(ending(name)));
    }

    /** The ending of that name, if it is one of an archive that is opened. */
    Optional<String> namedLikeArchive(String name) {
        return Optional.of(ending(name)).filter(opened::contains);
    }

    /** The kind of archive that is not opened, told by the first bytes or else by the name. */
    Optional<String> unopenedArchive(String name, byte[] head) {
        for (Magic magic : magics) {
            if (startsWith(head, magic.bytes)) {
                return Optional.of(magic.name);
            }
        }
        return Optional.ofNullable(unopened.get(ending(name)));
    }

    /** Whether a ZIP archive or a JMOD file (JEP 261) begins like that. */
    static boolean beginsLikeZip(byte[] head) {
        return startsWith(head, new byte[] {'P', 'K', 3, 4})
                || startsWith(head, new byte[] {'P', 'K', 5, 6})
                || startsWith(head, new byte[] {'J', 'M', 1, 0});
    }

    /** Whether it begins like a script or a program of Windows or Linux, which an archive may follow. */
    static boolean beginsLikeProgram(byte[] head) {
        return startsWith(head, new byte[] {'#', '!'})
                || startsWith(head, new byte[] {'M', 'Z'})
                || startsWith(head, new byte[] {0x7f, 'E', 'L', 'F'});
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
