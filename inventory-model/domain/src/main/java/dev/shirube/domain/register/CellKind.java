package dev.shirube.domain.register;

import dev.shirube.domain.Exposure;
import dev.shirube.domain.Hosting;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the cells of a column hold: how one is read, how a value is written, and what is said of a cell that is neither.
 *
 * @param read the value of a cell that is not empty; nothing if it is not understood
 * @param write the value as a cell from which it is read again
 */
record CellKind<T>(
        RegisterColumn.Form form,
        List<Text> choices,
        Expectation expectation,
        Function<String, Optional<T>> read,
        BiFunction<T, Language, String> write) {

    /** A value with its word in both languages, and other words that mean the same. */
    private record Word<T>(T value, Text label, List<String> aliases) {
        static <T> Word<T> of(T value, String japanese, String english, String... aliases) {
            return new Word<>(value, new Text(japanese, english), List.of(aliases));
        }

        boolean means(String folded) {
            return folded.equals(CellText.fold(label.ja()))
                    || folded.equals(CellText.fold(label.en()))
                    || aliases.stream().anyMatch(it -> folded.equals(CellText.fold(it)));
        }
    }

    private static final int LONGEST = 10_000;
    private static final int LONGEST_ID = 100;
    private static final String NONE_JA = "なし";
    private static final String NONE_EN = "none";

    static final CellKind<String> TEXT = text(LONGEST, Expectation.TEXT);

    /** An id is compared and typed on command lines: compatibility form, one printable line. */
    static final CellKind<String> ID = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            Expectation.ID,
            cell -> Optional.of(CellText.plain(cell)).filter(it -> it.length() <= LONGEST_ID && CellText.printable(it)),
            (value, language) -> value);

    static final CellKind<Integer> IMPACT = level("影響度", 4, Expectation.IMPACT);

    static final CellKind<Integer> MONTHS = new CellKind<>(
            RegisterColumn.Form.NUMBER,
            List.of(),
            Expectation.YEARS,
            cell -> boxed(CellValue.months(cell)),
            (months, language) ->
                    months % 12 == 0 ? Integer.toString(months / 12) : months + language.choose("か月", " months"));

    static final CellKind<LocalDate> DAY = new CellKind<>(
            RegisterColumn.Form.DATE, List.of(), Expectation.DATE, CellValue::day, (day, language) -> day.toString());

    static final CellKind<Integer> FISCAL_YEAR = new CellKind<>(
            RegisterColumn.Form.NUMBER,
            List.of(),
            Expectation.FISCAL_YEAR,
            cell -> boxed(CellValue.fiscalYear(cell)),
            (year, language) -> year.toString());

    static final CellKind<Boolean> TRUTH = choice(
            Expectation.TRUTH,
            List.of(
                    Word.of(true, "可", "yes", "可能", "はい", "true", "○", "〇", "◯", "有", "有り", "あり", "y"),
                    Word.of(false, "不可", "no", "不可能", "いいえ", "false", "×", "✕", "✗", "x", "無", "無し", "なし", "n")));

    static final CellKind<Exposure> EXPOSURE = choice(
            Expectation.EXPOSURE,
            List.of(
                    Word.of(Exposure.INTERNET, "インターネット", "internet", "公開"),
                    Word.of(Exposure.PARTNER, "取引先等", "partner", "取引先", "連携先"),
                    Word.of(Exposure.INTERNAL, "内部", "internal", "庁内"),
                    Word.of(Exposure.ISOLATED, "閉域", "isolated", "隔離")));

    static final CellKind<Hosting> HOSTING = choice(
            Expectation.HOSTING,
            List.of(
                    Word.of(Hosting.ON_PREMISES, "庁舎内", "on premises", "庁内", "自庁", "オンプレミス", "オンプレ"),
                    Word.of(Hosting.DATA_CENTRE, "データセンター", "data centre", "データセンタ", "DC", "iDC", "data center"),
                    Word.of(Hosting.GOVERNMENT_CLOUD, "ガバメントクラウド", "government cloud", "ガバクラ"),
                    Word.of(Hosting.CLOUD, "クラウド", "cloud", "IaaS", "PaaS", "パブリッククラウド"),
                    Word.of(Hosting.SERVICE, "外部サービス", "service", "SaaS", "ASP", "クラウドサービス")));

    /** Several names in one cell, or the word that there is none. */
    static final CellKind<List<String>> NAMES = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            Expectation.TEXT,
            CellKind::names,
            (names, language) -> names.isEmpty()
                    ? language.choose(NONE_JA, NONE_EN)
                    : String.join(language.choose("、", "; "), names));

    /** A grade of the Common Standards, as a number with or without its name ({@code 3}, {@code 機密性3}, {@code 機密性3情報}). */
    static CellKind<Integer> grade(String name, int highest) {
        return level(name, highest, Expectation.grade(name, highest));
    }

    private static CellKind<String> text(int limit, Expectation expectation) {
        return new CellKind<>(
                RegisterColumn.Form.TEXT,
                List.of(),
                expectation,
                cell -> cell.length() <= limit ? Optional.of(cell) : Optional.empty(),
                (value, language) -> value);
    }

    private static CellKind<Integer> level(String name, int highest, Expectation expectation) {
        return new CellKind<>(
                RegisterColumn.Form.CHOICE,
                IntStream.rangeClosed(1, highest)
                        .mapToObj(it -> Text.same(Integer.toString(it)))
                        .toList(),
                expectation,
                cell -> {
                    String text = CellText.compact(cell);
                    String bare = text.startsWith(name)
                            ? text.substring(name.length()).replaceAll("情報$", "")
                            : text;
                    OptionalLong number = CellValue.whole(bare);
                    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= highest
                            ? Optional.of((int) number.getAsLong())
                            : Optional.empty();
                },
                (value, language) -> value.toString());
    }

    private static <T> CellKind<T> choice(Expectation expectation, List<Word<T>> words) {
        return new CellKind<>(
                RegisterColumn.Form.CHOICE,
                words.stream().map(Word::label).toList(),
                expectation,
                cell -> {
                    String folded = CellText.fold(cell);
                    return words.stream()
                            .filter(it -> it.means(folded))
                            .map(Word::value)
                            .findFirst();
                },
                (value, language) -> words.stream()
                        .filter(it -> it.value().equals(value))
                        .map(it -> it.label().in(language))
                        .collect(Collectors.joining()));
    }

    private static Optional<List<String>> names(String cell) {
        String folded = CellText.fold(cell);
        if (folded.equals(NONE_JA) || folded.equals(NONE_EN) || folded.equals("無し") || folded.equals("無")) {
            return Optional.of(List.of());
        }
        List<String> names = cell.lines()
                .flatMap(line -> List.of(line.split("[、,，;；]")).stream())
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return names.isEmpty() || cell.length() > LONGEST ? Optional.empty() : Optional.of(names);
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
