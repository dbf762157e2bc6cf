package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Modules by {@code import}, {@code require} and {@code import()}.
 *
 * <p>A package's default export is the package itself, as all loaders but the strictest have it; that of a file of the
 * program is its member {@code default}.
 */
final class Modules {
    private static final String DEFAULT = "default";

    private static final Set<String> REQUIRE = Set.of(
            "require",
            "module.require",
            "__webpack_require__",
            "__non_webpack_require__",
            "__nccwpck_require__",
            "process.getBuiltinModule");

    /** What programs call their own ways to it, for bundlers not to see them. */
    private static final Pattern REQUIRING = Pattern.compile("(?:this\\.)?\\w{0,24}[a-z_]Require");

    /** What compilers put around a module so that it has a default export. */
    private static final Set<String> INTEROP = Set.of(
            "__importDefault",
            "__importStar",
            "__toESM",
            "_interopRequireDefault",
            "_interopRequireWildcard",
            "tslib_1.__importDefault",
            "tslib_1.__importStar",
            "tslib.__importStar",
            "tslib.__importDefault");

    private final Map<String, Import> unnamed = new LinkedHashMap<>();
    private final Set<String> packages = new HashSet<>();

    /** Imports of the modules that are used where they are required, without a name. */
    Collection<Import> unnamed() {
        return unnamed.values();
    }

    /** Imports of an import statement. */
    List<Statement> imports(Syntax node) {
        List<Statement> found = new ArrayList<>();
        Optional<Syntax> source = node.get("source");
        node.first("import_require_clause")
                .ifPresent(it -> it.get("source")
                        .ifPresent(module -> named(
                                found,
                                node,
                                module(module),
                                it.children().get(0).text())));
        Optional<Syntax> clause = node.first("import_clause");
        if (source.isEmpty() || clause.isEmpty()) {
            return found;
        }
        String module = module(source.get());
        for (Syntax part : clause.get().children()) {
            switch (part.type()) {
                case "identifier" -> named(found, part, member(module, DEFAULT), part.text());
                case "namespace_import" ->
                    named(found, part, module, part.children().get(0).text());
                default ->
                    part.children("import_specifier").forEach(it -> {
                        Syntax name = it.get("name").orElse(it);
                        named(
                                found,
                                it,
                                member(module, key(name)),
                                it.get("alias").orElse(name).text());
                    });
            }
        }
        return found;
    }

    /** Names that are exported out of another module are names of this one. */
    List<Statement> reexports(Syntax node, Syntax source) {
        List<Statement> found = new ArrayList<>();
        String module = module(source);
        Optional<Syntax> clause = node.first("export_clause");
        Optional<Syntax> namespace = node.first("namespace_export");
        if (namespace.isPresent()) {
            named(found, node, module, key(namespace.get().children().get(0)));
        } else if (clause.isPresent()) {
            clause.get().children("export_specifier").forEach(it -> {
                Syntax name = it.get("name").orElse(it);
                named(found, it, member(module, key(name)), key(it.get("alias").orElse(name)));
            });
        } else {
            found.add(new Statement.Include(Import.all(node.place(), module)));
        }
        return found;
    }

    /** The import of {@code const x = require("m")} and {@code const {a: b} = require("m")}; nothing where it is none. */
    Optional<List<Statement>> required(Syntax target, Syntax value) {
        Optional<String> path = path(value);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return bound(target, path.get());
    }

    /** Imports that give the names of the pattern to the module or its members; nothing where it cannot be told so. */
    Optional<List<Statement>> bound(Syntax target, String path) {
        List<Statement> found = new ArrayList<>();
        if (target.is("identifier")) {
            named(found, target, path, target.text());
            return Optional.of(found);
        }
        boolean plain = target.is("object_pattern")
                && target.children().stream()
                        .allMatch(it -> it.is("shorthand_property_identifier_pattern")
                                || (it.is("pair_pattern")
                                        && it.get("value")
                                                .filter(name -> name.is("identifier"))
                                                .isPresent()));
        if (!plain) {
            return Optional.empty();
        }
        for (Syntax part : target.children()) {
            Syntax key = part.get("key").orElse(part);
            named(
                    found,
                    part,
                    member(path, key(key)),
                    part.get("value").orElse(part).text());
        }
        return Optional.of(found);
    }

    /** The module by another name of this file. */
    List<Statement> alias(Syntax node, String path, String name) {
        List<Statement> found = new ArrayList<>();
        named(found, node, path, name);
        return found;
    }

    private void named(List<Statement> found, Syntax node, String path, String name) {
        if (!isFile(path)) {
            packages.add(name);
        }
        found.add(new Statement.Include(Import.of(node.place(), path, name)));
    }

    /** A name for the module, where the expression is one. */
    Optional<Expression> value(Syntax node) {
        return path(node).map(it -> name(node.place(), it));
    }

    private Expression name(Place place, String path) {
        String name = "require(\"" + path + "\")"; // nothing that is written can be called so
        unnamed.putIfAbsent(name, Import.of(place, path, name));
        return new Expression.Name(place, name);
    }

    /** The path of the module that is required, or of a member of it. */
    Optional<String> path(Syntax node) {
        switch (node.type()) {
            case "parenthesized_expression", "await_expression", "as_expression", "non_null_expression" -> {
                return node.children().isEmpty()
                        ? Optional.empty()
                        : path(node.children().get(0));
            }
            case "member_expression" -> {
                Optional<Syntax> property = node.get("property");
                return node.get("object")
                        .filter(it -> !it.is("identifier", "this"))
                        .flatMap(this::path)
                        .flatMap(it -> property.map(name -> member(it, name.text())));
            }
            case "call_expression" -> {
                Optional<Syntax> function = node.get("function");
                List<Syntax> arguments =
                        node.get("arguments").map(Syntax::children).orElse(List.of());
                if (function.isEmpty() || arguments.isEmpty()) {
                    return Optional.empty();
                }
                if (INTEROP.contains(function.get().text())) {
                    return path(arguments.get(0));
                }
                boolean requires = function.get().is("import")
                        || REQUIRE.contains(function.get().text())
                        || REQUIRING.matcher(function.get().text()).matches();
                return requires && arguments.get(0).is("string")
                        ? Optional.of(module(arguments.get(0)))
                        : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Whether {@code name.default} is the package that the name stands for. */
    boolean isPackage(Syntax object, String member) {
        return member.equals(DEFAULT) && object.is("identifier") && packages.contains(object.text());
    }

    private static String member(String module, String name) {
        return name.equals(DEFAULT) && !isFile(module) ? module : module + "." + name;
    }

    /** The path of a module; of a folder, that of what stands for it. */
    private static String module(Syntax source) {
        String path = Literals.content(source);
        boolean folder = path.equals(".") || path.equals("..") || path.endsWith("/..");
        return folder || path.startsWith(".") && path.endsWith("/")
                ? path + (path.endsWith("/") ? "index" : "/index")
                : path;
    }

    private static boolean isFile(String path) {
        return path.startsWith(".") || path.startsWith("/");
    }

    private static String key(Syntax node) {
        return node.is("string") ? Literals.content(node) : node.text();
    }
}
