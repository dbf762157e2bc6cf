package dev.shirube.domain.register;

import dev.shirube.domain.Text;

/** What a column accepts, as a sentence that tells the owner what to do. */
record Expectation(String japanese, String english) {

    static final Expectation IMPACT = new Expectation("1～4 の整数で記入してください。", "Give a whole number from 1 to 4.");
    static final Expectation TEXT = new Expectation("10,000 字以内で記入してください。", "Give at most 10,000 characters.");
    static final Expectation ID = new Expectation(
            "制御文字や改行を含まない 100 字以内の ID を記入してください。",
            "Give an id of at most 100 characters on one line, without control characters.");
    static final Expectation RESERVED = new Expectation(
            "「unassigned」は未割当ての検出結果を表す予約語です。別の ID にしてください。",
            "The id unassigned stands for findings of no system. Choose another id.");
    static final Expectation HOSTING = new Expectation(
            "庁舎内、データセンター、ガバメントクラウド、クラウド、外部サービスのいずれかを記入してください。",
            "Give on premises, data centre, government cloud, cloud or service.");
    static final Expectation EXPOSURE =
            new Expectation("インターネット、取引先等、内部、閉域のいずれかを記入してください。", "Give internet, partner, internal or isolated.");
    static final Expectation YEARS = new Expectation(
            "年数（例：10、0.5、3年、6か月）で記入してください。永年の場合も見込みの年数を記入してください。",
            "Give a number of years (10, 0.5) or months (6 months); estimate a number even for permanent records.");
    static final Expectation DATE = new Expectation(
            "日付（例：2035-03-31、令和17年3月31日、2034年度末）で記入してください。",
            "Give a date such as 2035-03-31, or the end of a fiscal year such as FY2034 end.");
    static final Expectation TRUTH = new Expectation("可または不可を記入してください。", "Give yes or no.");
    static final Expectation FISCAL_YEAR = new Expectation(
            "年度（例：2029、2029年度、令和11年度、R11）で記入してください。", "Give a fiscal year such as 2029, FY2029 or R11 (Reiwa 11).");
    static final Expectation REQUIRED = new Expectation("空欄です。必ず記入してください。", "The cell is empty. Fill it in.");
    static final Expectation PERSON_DAYS =
            new Expectation("人日を 0 以上の整数で記入してください。", "Give whole person-days, 0 or more.");
    static final Expectation YEN = new Expectation(
            "金額を 0 以上の円（例：1,200,000、1200千円）で記入してください。", "Give whole yen, 0 or more, such as 1,200,000.");
    static final Expectation KIND = new Expectation("「チーム」または「予算」を記入してください。", "Give team or budget.");
    static final Expectation BUDGET_BY_YEAR = new Expectation(
            "予算は年度の列に記入してください（四半期の列は人日用です）。", "Give a budget per fiscal year; quarters are for capacity.");
    static final Expectation TWICE = new Expectation(
            "同じ四半期が年度の列と四半期の列で二重に指定されています。どちらか一方にしてください。",
            "The quarter is given twice, by year and by quarter. Keep one of the two.");
    static final Expectation UNKNOWN_COLUMN = new Expectation(
            "様式にない列です。そのまま保存し、出力時に戻します。様式の列のつもりなら列名を様式に合わせてください。",
            "This column is not in the form: its cells are kept as they are and exported again. "
                    + "Rename it after the form if it is meant to be read.");
    static final Expectation UNTITLED_COLUMN = new Expectation(
            "見出しのない列に値があり、読んでいません。必要なら見出しを付けてください。",
            "This column has cells but no heading and was not read. Give it a heading if it matters.");
    static final Expectation NO_ROWS =
            new Expectation("データ行がありません。見出しの下の行に記入してください。", "There is no row of data. Fill in rows below the header.");

    static Expectation missingColumn(String japanese, String english) {
        return new Expectation(
                "必須の列「" + japanese + "」がありません。列を追加してください。",
                "The required column " + english + " is missing. Add it to the header.");
    }

    static Expectation duplicateColumn(String first) {
        return new Expectation(
                "同じ意味の列が " + first + " 列にもあります。どちらか一方を削除してください。",
                "The same column also stands in column " + first + ". Remove one of them.");
    }

    static Expectation duplicateId(int firstRow) {
        return new Expectation(
                "同じ ID が " + firstRow + " 行目にあります。ID を一意にしてください。",
                "The same id stands in row " + firstRow + ". Make the ids unique.");
    }

    static Expectation similarId(int firstRow, String first) {
        return new Expectation(
                firstRow + " 行目の ID「" + first + "」と見分けがつきません。同じなら表記をそろえ、別なら区別できる ID にしてください。",
                "It cannot be told from the id " + first + " in row " + firstRow
                        + ". Write both alike if they are the same system, else choose another id.");
    }

    static Expectation similarKnownId(String known) {
        return new Expectation(
                "登録済みの ID「" + known + "」と見分けがつきません。同じなら登録済みの表記に合わせ、別なら区別できる ID にしてください。",
                "It cannot be told from the id " + known
                        + " in the register. Write it so if it is the same system, else choose another id.");
    }

    static Expectation grade(String name, int highest) {
        return new Expectation(
                name + "の格付けを 1～" + highest + " の整数で記入してください。",
                "Give the grade as a whole number from 1 to " + highest + ".");
    }

    /** The sentence. */
    Text text() {
        return new Text(japanese, english);
    }
}
