package dev.shirube.reports.format;

/** How many lines a text takes in a cell: words stay whole while they fit, Japanese breaks anywhere. */
final class WrappedLines {
    private final int width;
    private final int most;
    private int lines = 1;
    private int used;

    private WrappedLines(int width, int most) {
        this.width = Math.max(width, 1);
        this.most = most;
    }

    /** The lines of the text wrapped at that width in digits, counted no further than {@code most}. */
    static int count(String text, int width, int most) {
        WrappedLines lines = new WrappedLines(width, most);
        int word = 0;
        for (int i = 0; i < text.length() && lines.lines < most; i++) {
            char c = text.charAt(i);
            boolean wide = CellText.wide(c);
            if (c == '\n' || c == ' ' || wide) {
                lines.add(word);
                word = 0;
            }
            if (c == '\n') {
                lines.next();
            } else if (wide) {
                lines.add(2);
            } else if (c == ' ') {
                lines.used++;
            } else {
                word++;
                if (c == '-') {
                    lines.add(word);
                    word = 0;
                }
            }
        }
        lines.add(word);
        return Math.min(lines.lines, most);
    }

    private void add(int length) {
        if (length == 0) {
            return;
        }
        if (used > 0 && used + length > width) {
            next();
        }
        used += length;
        while (used > width) {
            lines++;
            used -= width;
        }
    }

    private void next() {
        lines++;
        used = 0;
    }
}
