package dev.shirube.source.tree;

import dev.shirube.source.language.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * One grammar of tree-sitter: text in, a tree out that holds no native memory.
 *
 * <p>Shared between threads. The native library is loaded when the first text is parsed.
 */
public final class Grammar {

    /** Deepest nesting that is read: what people write stays far below, and readers go down by recursion. */
    public static final int DEEPEST = 600;

    /**
     * How often the parser may report its progress, as it does once for some hundred of its steps: text that fits its grammar
     * takes a report for every 90 to 850 bytes, and text that does not at all can take any number of them.
     */
    private static final int STEPS = 2_000;

    private static final int BYTES_PER_STEP = 40;

    private static final int BUFFER = 1 << 14;

    private final Supplier<TSLanguage> maker;
    private volatile Loaded loaded;

    /** The language as loaded, or why it cannot be. */
    private record Loaded(Optional<TSLanguage> language, String[] types, boolean[] named, String fault) {}

    /** A grammar whose language is made, and its native library loaded, on first use. */
    public Grammar(Supplier<TSLanguage> maker) {
        this.maker = maker;
    }

    /** Why the native library cannot be used here; nothing where it can. */
    public Optional<String> fault() {
        String fault = loaded().fault();
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }

    /**
     * The syntax of the text, without what is nested deeper than {@link #DEEPEST}; nothing where tree-sitter
     * would need more steps than any text needs that people write.
     *
     * @throws IllegalStateException where there is a {@link #fault}
     */
    public Optional<SyntaxTree> parse(SourceText source) {
        return parse(new SyntaxTree(source), source.text(), 0, DEEPEST);
    }

    /**
     * The syntax of a part of a file that its grammar leaves as it is, such as what is given to a macro, read as if other
     * text stood around it. Places are those of the whole file.
     *
     * @param start where the part begins
     * @param written what to read for it, character by character
     * @param deepest how deep it may be nested
     */
    public Optional<SyntaxTree> parse(
            SyntaxTree whole, int start, String before, String written, String after, int deepest) {
        return parse(whole.part(), before + written + after, start - before.length(), deepest);
    }

    private Optional<SyntaxTree> parse(SyntaxTree copy, String text, int shift, int deepest) {
        Loaded grammar = loaded();
        TSLanguage language = grammar.language().orElseThrow(() -> new IllegalStateException(grammar.fault()));
        byte[] ascii = ascii(text);
        int most = STEPS + ascii.length / BYTES_PER_STEP;
        int[] steps = new int[1];
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(language);
            TSTree tree = parser.parseWithOptions(
                    new byte[BUFFER],
                    null,
                    (buffer, offset, point) -> {
                        int count = Math.max(0, Math.min(buffer.length, ascii.length - offset));
                        System.arraycopy(ascii, Math.min(offset, ascii.length), buffer, 0, count);
                        return count;
                    },
                    TSInputEncoding.TSInputEncodingUTF8,
                    state -> ++steps[0] > most);
            if (tree == null) {
                return Optional.empty();
            }
            copy(copy, tree, grammar, shift, deepest);
            return Optional.of(copy);
        }
    }

    /**
     * The text with one ASCII character for each UTF-16 unit: a letter for letters, so that offsets of the tree are offsets
     * of the text and names stay names. tree-sitter counts in bytes of UTF-8, and the binding cannot hand it UTF-16.
     */
    private static byte[] ascii(String text) {
        byte[] ascii = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < 0x80) {
                ascii[i] = (byte) c;
            } else {
                boolean blank = c == 0 || c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c);
                ascii[i] = (byte) (blank ? ' ' : 'x');
            }
        }
        return ascii;
    }

    private Loaded loaded() {
        Loaded now = loaded;
        if (now == null) {
            synchronized (this) {
                now = loaded == null ? load() : loaded;
                loaded = now;
            }
        }
        return now;
    }

    private Loaded load() {
        try {
            TSLanguage language = maker.get();
            String[] types = new String[language.symbolCount()];
            boolean[] named = new boolean[types.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = language.symbolName(i).intern();
                named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
            }
            return new Loaded(Optional.of(language), types, named, "");
        } catch (LinkageError | RuntimeException e) {
            // The library's own loader wraps what goes wrong while unpacking and linking in whatever it likes.
            String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Loaded(Optional.empty(), new String[0], new boolean[0], message);
        }
    }

    private static void copy(SyntaxTree copy, TSTree tree, Loaded grammar, int shift, int deepest) {
        Map<Integer, String> fields = new HashMap<>();
        TSNode root = tree.getRootNode();
        boolean faulty = root.hasError(); // what is missing is looked for only where something is
        try (TSTreeCursor cursor = new TSTreeCursor(root)) {
            Deque<Syntax> path = new ArrayDeque<>();
            boolean down = true;
            while (true) {
                if (down) {
                    Syntax node = node(copy, cursor, grammar, fields, shift, faulty);
                    if (path.isEmpty()) {
                        copy.root(node);
                    } else {
                        path.peek().add(node);
                    }
                    path.push(node);
                    if (path.size() > deepest) {
                        copy.cut(node.start());
                    } else if (cursor.gotoFirstChild()) {
                        continue;
                    }
                }
                path.pop();
                if (path.isEmpty()) {
                    return;
                }
                down = cursor.gotoNextSibling();
                if (!down) {
                    cursor.gotoParent();
                }
            }
        }
    }

    private static Syntax node(
            SyntaxTree tree,
            TSTreeCursor cursor,
            Loaded grammar,
            Map<Integer, String> fields,
            int shift,
            boolean faulty) {
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        boolean error = symbol < 0 || symbol >= grammar.types().length;
        String type = error ? "ERROR" : grammar.types()[symbol];
        int start = tree.within(node.getStartByte() + shift);
        if (error || faulty && node.isMissing()) {
            tree.error(start);
        }
        int field = cursor.currentFieldId();
        String name = field == 0
                ? ""
                : fields.computeIfAbsent(
                        field,
                        it -> grammar.language()
                                .orElseThrow()
                                .fieldNameForId(it)
                                .intern());
        boolean named = error || grammar.named()[symbol];
        return new Syntax(tree, type, name, named, start, tree.within(node.getEndByte() + shift));
    }
}
