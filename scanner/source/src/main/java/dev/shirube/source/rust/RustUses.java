package dev.shirube.source.rust;

import dev.shirube.source.program.Import;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trees of {@code use} declarations. */
final class RustUses {
    private final int depth;
    private final List<Import> imports;

    /**
     * @param depth how many modules of the file the declaration stands in
     * @param imports where the imports go
     */
    RustUses(int depth, List<Import> imports) {
        this.depth = depth;
        this.imports = imports;
    }

    void declaration(Syntax node) {
        if (node.is("extern_crate_declaration")) {
            Optional<Syntax> name = node.get("name");
            Optional<Syntax> alias = node.get("alias");
            if (name.isPresent() && alias.isPresent()) {
                add(node, List.of(name.get().text()), alias.get().text());
            }
            return;
        }
        node.get("argument").ifPresent(it -> tree(it, List.of()));
    }

    private void tree(Syntax node, List<String> prefix) {
        switch (node.type()) {
            case "use_list" -> node.children().forEach(it -> tree(it, prefix));
            case "scoped_use_list" -> {
                List<String> path = new ArrayList<>(prefix);
                node.get("path").ifPresent(it -> path.addAll(path(it)));
                node.get("list").ifPresent(it -> tree(it, path));
            }
            case "use_as_clause" -> {
                List<String> path = new ArrayList<>(prefix);
                node.get("path").ifPresent(it -> path.addAll(path(it)));
                node.get("alias").ifPresent(it -> add(node, path, it.text()));
            }
            case "use_wildcard" -> {
                List<String> path = new ArrayList<>(prefix);
                node.children().forEach(it -> path.addAll(path(it)));
                add(node, path, "");
            }
            default -> {
                List<String> path = new ArrayList<>(prefix);
                path.addAll(path(node));
                if (!path.isEmpty()) {
                    add(node, path, last(path));
                }
            }
        }
    }

    /** {@code self} in a list is the module itself. */
    private void add(Syntax node, List<String> written, String name) {
        List<String> path = new ArrayList<>(written);
        String local = name;
        if (path.size() > 1 && last(path).equals("self")) {
            path.remove(path.size() - 1);
            local = name.equals("self") ? last(path) : name;
        }
        boolean own = false;
        for (int i = 0; i < depth && !path.isEmpty() && path.get(0).equals("super"); i++) {
            path.remove(0);
            own = true;
        }
        boolean known =
                own && (path.isEmpty() || (path.size() == 1 && path.get(0).equals(local)));
        if (known || local.equals("_") || path.isEmpty()) {
            return; // what this file declares is seen in all of it
        }
        if (own) {
            path.add(0, "self");
        }
        String whole = String.join(".", path);
        imports.add(local.isEmpty() ? Import.all(node.place(), whole) : Import.of(node.place(), whole, local));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    private static List<String> path(Syntax node) {
        List<String> path = new ArrayList<>();
        if (node.is("scoped_identifier", "scoped_use_list")) {
            node.get("path").ifPresent(it -> path.addAll(path(it)));
            node.get("name").ifPresent(it -> path.add(plain(it)));
        } else {
            path.add(plain(node));
        }
        return path;
    }

    /** A name that is a keyword, too, is written {@code r#name}. */
    private static String plain(Syntax node) {
        String text = node.text();
        return text.startsWith("r#") ? text.substring(2) : text;
    }
}
