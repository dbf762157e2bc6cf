package dev.shirube.reports.format;

/** What is said of a file that is larger than anything an office fills in. */
final class Bounds {
    private Bounds() {}

    static RowFileException rows(String file, int row) {
        return new RowFileException(
                file,
                row,
                "行数が上限 " + RowReader.MAXIMUM_ROWS + " を超えています。ファイルを分割してください。",
                "there are more than " + RowReader.MAXIMUM_ROWS + " rows. Split the file.");
    }

    static RowFileException columns(String file, int row) {
        return new RowFileException(
                file,
                row,
                "列数が上限 " + RowReader.MAXIMUM_COLUMNS + " を超えています。不要な列を削除してください。",
                "there are more than " + RowReader.MAXIMUM_COLUMNS + " columns. Delete those that are not needed.");
    }
}
