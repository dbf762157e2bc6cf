package dev.shirube.source.flow;

import dev.shirube.source.program.Import;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of C includes, as far as the unit holds it. A macro that gives a function of a library another name can only
 * stand in one of these headers: where none of them has to do with a library, no other file need be asked.
 */
final class Includes {

    /** Headers that are looked into for one file, those that headers include among them. */
    private static final int MOST_HEADERS = 48;

    private static final Pattern DIRECTIVE =
            Pattern.compile("^[ \\t]*#[ \\t]*include[ \\t]*[\"<]([^\">\\n]{1,200})[\">]", Pattern.MULTILINE);

    /** Where headers are looked for in each folder above the file, beside the folder itself: what build files name most. */
    private static final List<String> FOLDERS = List.of("", "include/", "src/", "inc/", "lib/");

    private final UnitSources sources;

    Includes(UnitSources sources) {
        this.sources = sources;
    }

    /** Whether a header that the file includes, or one that it includes in turn, is such. */
    boolean any(FileIndex from, Predicate<String> such) {
        Set<String> seen = new HashSet<>();
        Deque<String> folders = new ArrayDeque<>();
        Deque<String> texts = new ArrayDeque<>();
        String folder = from.file().source().folder();
        for (Import included : from.imports()) {
            add(included.path(), folder, seen, folders, texts);
        }
        while (!texts.isEmpty() && seen.size() < MOST_HEADERS) {
            String text = texts.remove();
            String beside = folders.remove();
            if (such.test(text)) {
                return true;
            }
            Matcher directives = DIRECTIVE.matcher(text);
            while (directives.find() && seen.size() < MOST_HEADERS) {
                add(directives.group(1), beside, seen, folders, texts);
            }
        }
        return texts.stream().anyMatch(such);
    }

    private void add(String written, String from, Set<String> seen, Deque<String> folders, Deque<String> texts) {
        String path = written;
        String folder = from;
        while (path.startsWith("../")) {
            path = path.substring(3);
            folder = above(folder);
        }
        if (path.startsWith("/")) {
            return; // of the machine that builds it
        }
        for (String location : locations(path, folder)) {
            Optional<String> text = seen.contains(location) ? Optional.of("") : sources.text(location);
            if (text.isPresent()) {
                if (seen.add(location)) {
                    folders.add(location.substring(0, location.lastIndexOf('/') + 1));
                    texts.add(text.get());
                }
                return;
            }
        }
    }

    private static List<String> locations(String path, String folder) {
        List<String> locations = new ArrayList<>();
        for (String at = folder; !at.isEmpty(); at = above(at)) {
            String here = at;
            FOLDERS.forEach(it -> locations.add(here + it + path));
        }
        FOLDERS.forEach(it -> locations.add(it + path));
        return locations;
    }

    private static String above(String folder) {
        return folder.isEmpty() ? "" : folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
}
