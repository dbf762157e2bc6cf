package dev.shirube.source.go;

import dev.shirube.source.program.Import;
import dev.shirube.source.tree.Syntax;
import java.util.Optional;
import java.util.regex.Pattern;

/** Imports, and the names that packages go by where no other is given. */
public final class GoImports {

    private static final Pattern MAJOR_VERSION = Pattern.compile("v[0-9]+");
    private static final Pattern VERSION_SUFFIX = Pattern.compile("\\.v[0-9]+(-unstable)?$");
    private static final Pattern AFFIX = Pattern.compile("^go-|-go$|\\.go$");

    private GoImports() {}

    /** The import; nothing where a package is imported only for what it does. */
    static Optional<Import> of(Syntax spec) {
        Syntax path = spec.get("path").orElse(null);
        if (path == null || path.text().length() < 2) {
            return Optional.empty();
        }
        String imported = GoLiterals.text(path);
        Syntax name = spec.get("name").orElse(null);
        if (name == null) {
            return Optional.of(Import.of(spec.place(), imported, name(imported)));
        }
        return switch (name.text()) {
            case "." -> Optional.of(Import.all(spec.place(), imported));
            case "_" -> Optional.empty();
            default -> Optional.of(Import.of(spec.place(), imported, name.text()));
        };
    }

    /**
     * The name of the package at a path. It is written in that package's files only; by custom it is the path's last
     * element without a version and without the {@code go-} that repositories bear.
     */
    public static String name(String path) {
        String[] elements = path.split("/");
        int last = elements.length - 1;
        if (last > 0 && MAJOR_VERSION.matcher(elements[last]).matches()) {
            last--;
        }
        String element = VERSION_SUFFIX.matcher(elements[last]).replaceAll("");
        String plain = AFFIX.matcher(element).replaceAll("");
        return plain.substring(plain.lastIndexOf('-') + 1).replace('.', '_');
    }
}
