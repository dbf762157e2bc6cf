package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file with what its model does not say by itself: what a node is part of, and where names are called and declared.
 *
 * <p>Shared between threads, as the files of a unit are read for the values of many others.
 */
public final class FileIndex {

    /** About as many UTF-16 units of text there are for each node. */
    private static final int CHARACTERS_PER_NODE = 8;

    private final ProgramFile file;
    private final Map<Object, Object> parents;
    private final Touching touching;
    private final Map<String, List<Expression.Call>> calls = new HashMap<>();
    private final Map<String, List<Function>> functions = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();
    private final List<Import> imports = new ArrayList<>();
    private final Map<Statement.Block, BlockNames> blocks = new IdentityHashMap<>();
    private final Map<Set<String>, Boolean> held = new IdentityHashMap<>();

    /** Of that file. */
    public FileIndex(ProgramFile file) {
        this.file = file;
        this.parents = new IdentityHashMap<>(file.source().text().length() / CHARACTERS_PER_NODE);
        this.touching = new Touching(parents);
        imports.addAll(file.imports());
        Deque<Object> open = new ArrayDeque<>();
        open.push(file);
        while (!open.isEmpty()) {
            Object node = open.pop();
            note(node);
            touching.note(node);
            for (Object child : Children.of(node)) {
                if (child != Statement.Block.EMPTY && parents.put(child, node) == null) {
                    open.push(child);
                }
            }
        }
        file.functions()
                .forEach(it -> functions
                        .computeIfAbsent(it.name(), name -> new ArrayList<>())
                        .add(it));
        file.types().forEach(it -> types.putIfAbsent(it.name(), it));
    }

    private void note(Object node) {
        if (node instanceof Expression.Call call) {
            calls.computeIfAbsent(calledName(call.callee()), name -> new ArrayList<>())
                    .add(call);
        } else if (node instanceof Statement.Include include) {
            imports.add(include.imported());
        }
    }

    /** The last part of what is called. */
    static String calledName(Expression callee) {
        if (callee instanceof Expression.Name name) {
            return name.name();
        } else if (callee instanceof Expression.Member member) {
            return member.name();
        } else if (callee instanceof Expression.Generic generic) {
            return calledName(generic.base());
        } else if (callee instanceof Expression.Resolved resolved) {
            return resolved.path().substring(resolved.path().lastIndexOf('.') + 1);
        }
        return "";
    }

    Touching touching() {
        return touching;
    }

    /** The file itself. */
    public ProgramFile file() {
        return file;
    }

    /** What the node is part of; nothing for the file itself, and for nodes of other files. */
    Optional<Object> parent(Object node) {
        return Optional.ofNullable(parents.get(node));
    }

    /** The innermost function or type that the node is within; nothing for what is in neither. */
    Optional<Object> scope(Object node) {
        Object at = parents.get(node);
        while (at != null && !(at instanceof Function) && !(at instanceof TypeDeclaration)) {
            at = parents.get(at);
        }
        return Optional.ofNullable(at);
    }

    /** Every import of the file, those inside functions included: they are read as if they held in the whole file. */
    List<Import> imports() {
        return imports;
    }

    /** Whether the text holds any of these, be it within a longer word; searched once for each set that is the same object. */
    boolean holdsAny(Set<String> words) {
        synchronized (held) {
            return held.computeIfAbsent(
                    words, it -> it.stream().anyMatch(file.source().text()::contains));
        }
    }

    /** What names mean in the block. */
    BlockNames names(Statement.Block block) {
        synchronized (blocks) {
            return blocks.computeIfAbsent(block, BlockNames::new);
        }
    }

    /** Calls of anything of that name, in no order. */
    List<Expression.Call> calls(String name) {
        return calls.getOrDefault(name, List.of());
    }

    /** Functions of that name at the top of the file. */
    List<Function> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    /** The type of that name at the top of the file. */
    Optional<TypeDeclaration> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The innermost function around the node. */
    Optional<Function> functionAround(Object node) {
        return around(node, Function.class);
    }

    /** The innermost type around the node. */
    Optional<TypeDeclaration> typeAround(Object node) {
        return around(node, TypeDeclaration.class);
    }

    private <T> Optional<T> around(Object node, Class<T> kind) {
        Object at = parents.get(node);
        while (at != null && !kind.isInstance(at)) {
            at = parents.get(at);
        }
        return Optional.ofNullable(kind.cast(at));
    }

    /** {@code package.Type#function}; of code outside functions what it is in. */
    String enclosing(Object node) {
        return file.members().isEmpty() ? named(node) : member(node);
    }

    /** The innermost member around the place of the node. */
    private String member(Object node) {
        int at = node instanceof Expression expression
                ? expression.place().start()
                : node instanceof Statement.Assign assign ? assign.place().start() : -1;
        String name = "";
        int shortest = Integer.MAX_VALUE;
        for (ProgramFile.Region member : file.members()) {
            int length = member.end() - member.start();
            if (member.start() <= at && at < member.end() && length < shortest) {
                shortest = length;
                name = member.name();
            }
        }
        return name;
    }

    private String named(Object node) {
        StringBuilder names = new StringBuilder();
        String function = "";
        Object at = node;
        while (at != null) {
            if (at instanceof Function it && function.isEmpty() && names.length() == 0) {
                function = it.name().isEmpty() ? "" : it.name();
                it.receiver().ifPresent(type -> names.append(receiverName(type)));
            } else if (at instanceof TypeDeclaration it) {
                names.insert(0, names.length() == 0 ? it.name() : it.name() + ".");
            }
            at = parents.get(at);
        }
        String module = file.module();
        if (!module.isEmpty()) {
            names.insert(0, names.length() == 0 ? module : module + ".");
        }
        return function.isEmpty() ? names.toString() : names + "#" + function;
    }

    /** The type's own name, without pointers and type arguments. */
    static String receiverName(Expression type) {
        if (type instanceof Expression.Name name) {
            return name.name();
        } else if (type instanceof Expression.Member member) {
            return member.name();
        } else if (type instanceof Expression.Generic generic) {
            return receiverName(generic.base());
        }
        List<Object> parts = Children.of(type);
        return parts.size() == 1 && parts.get(0) instanceof Expression part ? receiverName(part) : "";
    }
}
