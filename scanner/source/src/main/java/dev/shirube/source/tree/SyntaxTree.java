package dev.shirube.source.tree;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Place;
import java.util.Arrays;

/** The syntax of one file. */
public final class SyntaxTree {
    private final SourceText source;
    private final int[] lines;
    private final SyntaxTree whole;
    private Syntax root;
    private int errors;
    private int firstError = Integer.MAX_VALUE;
    private int firstCut = Integer.MAX_VALUE;

    SyntaxTree(SourceText source) {
        this.source = source;
        this.lines = lines(source.text());
        this.whole = this;
    }

    private SyntaxTree(SyntaxTree whole) {
        this.source = whole.source;
        this.lines = whole.lines;
        this.whole = whole.whole;
    }

    /** An empty tree of a part of the same file. */
    SyntaxTree part() {
        return new SyntaxTree(this);
    }

    /** That offset, or the nearest one in the file. */
    int within(int offset) {
        return Math.max(0, Math.min(offset, source.text().length()));
    }

    private static int[] lines(String text) {
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts[line++] = at + 1;
        }
        return starts;
    }

    void root(Syntax node) {
        root = node;
    }

    void error(int start) {
        errors++;
        firstError = Math.min(firstError, start);
    }

    void cut(int start) {
        whole.firstCut = Math.min(whole.firstCut, start);
    }

    /** Line of the first node that is left out because it is nested too deeply, from 1; 0 where none is. */
    public int firstCutLine() {
        return firstCut == Integer.MAX_VALUE ? 0 : line(firstCut);
    }

    /** The node of the whole file. */
    public Syntax root() {
        return root;
    }

    /** The file. */
    public SourceText source() {
        return source;
    }

    /** How many places the grammar does not fit; the rest of the file is read nevertheless. */
    public int errors() {
        return errors;
    }

    /** Line of the first of them, from 1; 0 where there is none. */
    public int firstErrorLine() {
        return errors == 0 ? 0 : line(firstError);
    }

    Place place(int at, int start, int end) {
        int line = line(at);
        return new Place(line, at - lines[line - 1] + 1, start, end);
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
