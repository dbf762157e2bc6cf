package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Affiliation;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.Term;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the cells of the forms of resources hold, beside what those of every register do. */
final class ResourceCellKinds {

    static final int MAXIMUM_PERSON_DAYS = 1_000_000;
    private static final int MAXIMUM_LEAD_MONTHS = 240;

    private static final Pattern MONTH_DAY = Pattern.compile("(?:毎年)?(\\d{1,2})[-/.月](\\d{1,2})日?");

    static final CellKind<ResourceKind> KIND = terms(ResourceKind.values());
    static final CellKind<Affiliation> AFFILIATION = terms(Affiliation.values());
    static final CellKind<Grain> GRAIN = terms(Grain.values());
    static final CellKind<BudgetState> STATE = terms(BudgetState.values());
    static final CellKind<FreezeEffect> EFFECT = terms(FreezeEffect.values());
    static final CellKind<FreezeScope> SCOPE = terms(FreezeScope.values());
    static final CellKind<Funding> FUNDING = terms(Funding.values());
    static final CellKind<EffortUnit> UNIT = terms(EffortUnit.values());

    /** Whether a freeze comes back every year. */
    enum Repeat implements Term {
        YEARLY("yearly", new Text("毎年", "every year"), List.of("年次", "毎年度", "yearly")),
        ONCE("once", new Text("一回", "once"), List.of("1回", "今回のみ", "単発"));

        private final String id;
        private final Text label;
        private final List<String> aliases;

        Repeat(String id, Text label, List<String> aliases) {
            this.id = id;
            this.label = label;
            this.aliases = aliases;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Text label() {
            return label;
        }

        @Override
        public List<String> aliases() {
            return aliases;
        }
    }

    static final CellKind<Repeat> REPEAT = terms(Repeat.values());

    static final CellKind<Integer> PERSON_DAYS = new CellKind<>(
            RegisterColumn.Form.NUMBER,
            List.of(),
            Expectation.PERSON_DAYS,
            cell -> whole(CellValue.personDays(cell), MAXIMUM_PERSON_DAYS),
            (value, language) -> value.toString());

    static final CellKind<Long> YEN = new CellKind<>(
            RegisterColumn.Form.NUMBER,
            List.of(),
            Expectation.YEN,
            cell -> boxed(CellValue.yen(cell)),
            (value, language) -> value.toString());

    static final CellKind<Long> TENTHS = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            new Expectation(
                    "人日を 0 以上、小数第 1 位まで（例：12、0.5）で記入してください。",
                    "Give person-days with at most one decimal, such as 12 or 0.5."),
            ResourceCellKinds::tenths,
            (value, language) -> value % 10 == 0 ? Long.toString(value / 10) : value / 10 + "." + value % 10);

    static final CellKind<Integer> LEAD_MONTHS = new CellKind<>(
            RegisterColumn.Form.NUMBER,
            List.of(),
            new Expectation("月数を 0～240 の整数（例：6、6か月）で記入してください。", "Give whole months from 0 to 240."),
            cell -> whole(
                    CellValue.whole(CellText.compact(cell).replaceAll("(?:[かヶカケヵ箇]?月間?|months?)$", "")),
                    MAXIMUM_LEAD_MONTHS),
            (value, language) -> value.toString());

    static final CellKind<MonthDay> MONTH_AND_DAY = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            new Expectation("月日（例：8月31日、11-30）で記入してください。", "Give a month and a day such as 08-31."),
            ResourceCellKinds::monthDay,
            (value, language) -> value.toString().substring(2));

    /** A day of one year, or of every year. */
    static final CellKind<TemporalAccessor> FREEZE_DAY = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            new Expectation(
                    "月日（例：12月29日、毎年の場合）又は日付（例：2027-03-01）で記入してください。",
                    "Give a day such as 2027-03-01, or a month and a day such as 12-29 for every year."),
            ResourceCellKinds::freezeDay,
            (value, language) ->
                    value instanceof MonthDay yearly ? yearly.toString().substring(2) : value.toString());

    private ResourceCellKinds() {}

    /** One of the planner's kinds of task, named by its id or its label. */
    static CellKind<String> task(Map<String, Text> tasks) {
        List<String> japanese = tasks.values().stream().map(Text::ja).toList();
        return new CellKind<>(
                RegisterColumn.Form.CHOICE,
                List.copyOf(tasks.values()),
                new Expectation(
                        "次のいずれかを記入してください：" + String.join("、", japanese),
                        "Give one of: " + String.join(", ", tasks.keySet()) + "."),
                cell -> tasks.entrySet().stream()
                        .filter(it -> means(cell, it.getKey(), it.getValue(), List.of()))
                        .map(Map.Entry::getKey)
                        .findFirst(),
                (value, language) -> tasks.containsKey(value) ? tasks.get(value).in(language) : value);
    }

    static <T extends Term> CellKind<T> terms(T[] terms) {
        List<Text> labels = Arrays.stream(terms).map(Term::label).toList();
        return new CellKind<>(
                RegisterColumn.Form.CHOICE,
                labels,
                new Expectation(
                        labels.stream().map(Text::ja).collect(Collectors.joining("、")) + "のいずれかを記入してください。",
                        "Give one of: " + labels.stream().map(Text::en).collect(Collectors.joining("; ")) + "."),
                cell -> Arrays.stream(terms)
                        .filter(it -> means(cell, it.id(), it.label(), it.aliases()))
                        .findFirst(),
                (value, language) -> value.label().in(language));
    }

    private static boolean means(String cell, String id, Text label, List<String> aliases) {
        String folded = CellText.fold(cell);
        return folded.equals(CellText.fold(id))
                || folded.equals(CellText.fold(label.ja()))
                || folded.equals(CellText.fold(label.en()))
                || aliases.stream().anyMatch(it -> folded.equals(CellText.fold(it)));
    }

    private static Optional<Integer> whole(OptionalLong value, int maximum) {
        return value.isPresent() && value.getAsLong() <= maximum
                ? Optional.of((int) value.getAsLong())
                : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static Optional<Long> tenths(String cell) {
        String text = CellText.compact(cell).replace(",", "").replaceAll("人日$", "");
        return text.matches("\\d{1,7}(?:\\.\\d)?")
                ? Optional.of(new BigDecimal(text).movePointRight(1).longValueExact())
                : Optional.empty();
    }

    private static Optional<MonthDay> monthDay(String cell) {
        Matcher day = MONTH_DAY.matcher(CellText.compact(cell));
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MonthDay.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TemporalAccessor> freezeDay(String cell) {
        Optional<MonthDay> yearly = monthDay(cell);
        if (yearly.isPresent()) {
            return Optional.of(yearly.get());
        }
        Optional<LocalDate> once = CellValue.day(cell);
        return once.isPresent() ? Optional.of(once.get()) : Optional.empty();
    }
}
