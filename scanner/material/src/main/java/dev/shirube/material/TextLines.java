package dev.shirube.material;

/** Line numbers of rising offsets, in one pass over the text; LF, CR LF and CR end a line. */
public final class TextLines {

    private final String text;
    private int offset;
    private int line = 1;

    /** The lines of that text. */
    public TextLines(String text) {
        this.text = text;
    }

    /** Line of that offset, from 1; offsets must not fall from call to call. */
    public int at(int target) {
        for (; offset < target; offset++) {
            char c = text.charAt(offset);
            boolean last = offset + 1 >= text.length() || text.charAt(offset + 1) != '\n';
            if (c == '\n' || c == '\r' && last) {
                line++;
            }
        }
        return line;
    }
}
