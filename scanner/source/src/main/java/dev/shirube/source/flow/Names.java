package dev.shirube.source.flow;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.Unbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a name standing alone is, by where it stands. */
final class Names {

    /** What a name is. */
    sealed interface Binding {
        /** A parameter of a function. */
        record Parameter(Function function, int index) implements Binding {}

        /** A variable of a function, or of the file itself. */
        record Variable(Object body, boolean outer) implements Binding {}

        /** A function, with the type that it belongs to. */
        record OwnFunction(List<Function> functions) implements Binding {}

        /** A type. */
        record OwnType(TypeDeclaration type) implements Binding {}

        /** A member of the type around the use. */
        record OwnMember(TypeDeclaration type) implements Binding {}

        /** Something imported, by its qualified name. */
        record Imported(String path) implements Binding {}

        /** Nothing that the file declares: what it may be called in full. */
        record Free(List<String> candidates) implements Binding {}
    }

    private final Program program;
    private final SharedImports shared;
    private final Known known;

    Names(Program program, Known known) {
        this.program = program;
        this.shared = new SharedImports(program);
        this.known = known;
    }

    /** Whether a method sees the members of its type by their mere names. */
    boolean seesMembers() {
        return program.language().traits().contains(Trait.IMPLICIT_MEMBERS);
    }

    /** What the name is where that node stands. */
    Binding find(String name, Object use, FileIndex file) {
        boolean outer = false;
        Object node = use;
        while (true) {
            Object parent = file.scope(node).orElse(null);
            if (parent == null) {
                break;
            }
            if (parent instanceof Function function) {
                Optional<Binding> local = local(name, function, use, outer, file);
                if (local.isPresent()) {
                    return local.get();
                }
                outer = true;
            } else if (parent instanceof TypeDeclaration type) {
                boolean method = node instanceof Function
                        && file.parent(node).filter(it -> it == type).isPresent();
                Optional<Binding> member = member(name, type, method);
                if (member.isPresent()) {
                    return member.get();
                }
            }
            node = parent;
        }
        return inFile(name, use, file, outer);
    }

    private static Optional<Binding> local(String name, Function function, Object use, boolean outer, FileIndex file) {
        for (int i = 0; i < function.parameters().size(); i++) {
            if (function.parameters().get(i).name().equals(name)) {
                return Optional.of(new Binding.Parameter(function, i));
            }
        }
        BlockNames names = file.names(function.body());
        List<Function> inner = names.functions(name, use, file);
        Optional<TypeDeclaration> type = names.type(name);
        if (!inner.isEmpty()) {
            return Optional.of(new Binding.OwnFunction(inner));
        } else if (type.isPresent()) {
            return Optional.of(new Binding.OwnType(type.get()));
        }
        boolean own = names.assigns(name, use, file) && (names.begins(name) || !isDeclaredAround(name, function, file));
        return own ? Optional.of(new Binding.Variable(function.body(), outer)) : Optional.empty();
    }

    /** Whether a variable of that name begins around the function, which then only assigns that one. */
    private static boolean isDeclaredAround(String name, Function function, FileIndex file) {
        Optional<Function> around = file.functionAround(function);
        while (around.isPresent()) {
            boolean parameter =
                    around.get().parameters().stream().anyMatch(it -> it.name().equals(name));
            if (parameter || file.names(around.get().body()).begins(name)) {
                return true;
            }
            around = file.functionAround(around.get());
        }
        return file.names(file.file().body()).begins(name);
    }

    private Optional<Binding> member(String name, TypeDeclaration type, boolean inMethod) {
        for (TypeDeclaration inner : type.types()) {
            if (inner.name().equals(name)) {
                return Optional.of(new Binding.OwnType(inner));
            }
        }
        boolean implicit = program.language().traits().contains(Trait.IMPLICIT_MEMBERS) || !inMethod;
        return implicit && Objects.declares(type, name) ? Optional.of(new Binding.OwnMember(type)) : Optional.empty();
    }

    private Binding inFile(String name, Object use, FileIndex file, boolean outer) {
        ProgramFile program = file.file();
        BlockNames names = file.names(program.body());
        if (names.declares(name, use, file)) {
            return new Binding.Variable(program.body(), outer);
        }
        List<Function> functions = new ArrayList<>();
        for (Function function : file.functions(name)) {
            if (function.receiver().isEmpty()) {
                functions.add(function);
            }
        }
        if (!functions.isEmpty()) {
            return new Binding.OwnFunction(functions);
        }
        List<Function> defined = names.functions(name, use, file);
        if (!defined.isEmpty()) {
            return new Binding.OwnFunction(defined);
        }
        Optional<TypeDeclaration> type = file.type(name).or(() -> names.type(name));
        if (type.isPresent()) {
            return new Binding.OwnType(type.get());
        }
        Optional<String> imported = imported(name, file);
        if (imported.isPresent()) {
            return new Binding.Imported(imported.get());
        }
        if (names.assigns(name, use, file)) {
            return new Binding.Variable(
                    program.body(), outer || file.functionAround(use).isPresent());
        }
        Optional<String> elsewhere = named(name, shared.of(file));
        return elsewhere.isPresent() ? new Binding.Imported(elsewhere.get()) : new Binding.Free(candidates(name, file));
    }

    /** Whether the package itself has something of that name: then no wildcard is meant. */
    private boolean isBeside(String name, FileIndex file) {
        return program.language().traits().contains(Trait.EXACT_PACKAGES) && program.isBeside(name, file);
    }

    /** Whether the type was found by a wildcard alone, and is hidden by one of the own package that was not seen then. */
    boolean isHidden(String path, FileIndex file) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String module = path.substring(0, Math.max(0, dot));
        return file.imports().stream().anyMatch(it -> it.wildcard() && it.path().equals(module))
                && imported(name, file).isEmpty()
                && isBeside(name, file);
    }

    /** What an import gives that name to. */
    Optional<String> imported(String name, FileIndex file) {
        return named(name, file.imports());
    }

    private static Optional<String> named(String name, List<Import> imports) {
        return imports.stream()
                .filter(it -> !it.wildcard() && it.name().equals(name))
                .map(Import::path)
                .findFirst();
    }

    /** What the name may be called in full: in its own package, in a module all of whose names are imported, or globally. */
    private List<String> candidates(String name, FileIndex file) {
        List<String> candidates = new ArrayList<>();
        String module = file.file().module();
        String own = module.isEmpty() ? name : module + "." + name;
        List<Import> imports = new ArrayList<>(file.imports());
        imports.addAll(shared.of(file));
        for (Import all : imports) {
            if (all.wildcard()) {
                String path = all.path() + "." + name;
                if (known.reaches(path)) {
                    return List.of(isBeside(name, file) ? own : path);
                }
                candidates.add(path);
            }
        }
        if (program.language().unbound() != Unbound.NOTHING) {
            candidates.add(0, name);
        }
        if (program.language().traits().contains(Trait.SHARED_PACKAGES)) {
            candidates.add(own);
        }
        return candidates.stream().distinct().toList();
    }
}
