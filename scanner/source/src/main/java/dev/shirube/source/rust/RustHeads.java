package dev.shirube.source.rust;

import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What paths begin with. The first name of a path is a module or crate, whatever variables of that name there are, so it
 * gets a name that no variable has, and an import under it.
 */
final class RustHeads {
    private static final String MARK = "::";

    private final Map<String, String> imported = new HashMap<>();
    private final Set<String> own = new HashSet<>();
    private final TreeSet<String> used = new TreeSet<>();
    private boolean wildcard;

    /** Remembers what the file imports and which modules it declares, wherever. */
    void declare(Syntax root) {
        List<Syntax> open = new ArrayList<>(root.children());
        while (!open.isEmpty()) {
            Syntax node = open.remove(open.size() - 1);
            if (node.is("use_declaration", "extern_crate_declaration")) {
                List<Import> imports = new ArrayList<>();
                new RustUses(0, imports).declaration(node);
                for (Import one : imports) {
                    wildcard |= one.wildcard();
                    imported.putIfAbsent(one.name(), one.path());
                }
                continue;
            } else if (node.is("mod_item")) {
                node.get("name").map(Syntax::text).ifPresent(own::add);
            }
            open.addAll(node.children());
        }
    }

    /** What to write for the first name of a path. */
    String written(String name) {
        boolean crate = imported.containsKey(name) || !wildcard;
        if (own.contains(name) || !crate || name.isEmpty() || !Character.isLowerCase(name.charAt(0))) {
            return name;
        }
        used.add(name);
        return MARK + name;
    }

    /** The name as it stands in the text. */
    static String plain(String name) {
        return name.startsWith(MARK) ? name.substring(MARK.length()) : name;
    }

    /** The imports under the names that were written. */
    List<Import> imports() {
        return used.stream()
                .map(it -> Import.of(Place.NONE, imported.getOrDefault(it, it), MARK + it))
                .toList();
    }
}
