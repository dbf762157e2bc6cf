package dev.shirube.reports.format;

import dev.shirube.domain.Text;

/** A file that cannot be read as rows: says which file, which row where there is one, and what to do. */
public final class RowFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    RowFileException(String file, int row, String japanese, String english) {
        super((row == 0 ? file : file + ":" + row) + ": " + english);
        this.text = new Text((row == 0 ? file : file + " " + row + " 行目") + "：" + japanese, getMessage());
    }

    /** The message in both languages. */
    public Text text() {
        return text == null ? Text.same(getMessage()) : text;
    }
}
