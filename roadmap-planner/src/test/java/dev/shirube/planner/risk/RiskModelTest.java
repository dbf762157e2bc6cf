package dev.shirube.planner.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Exposure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the planning notes, and what an unknown value does to a score. */
class RiskModelTest {

    private static final YearMonth CRQC = YearMonth.of(2035, 12);
    private static final Optional<LocalDate> JAPAN = Optional.of(LocalDate.of(2035, 12, 31));

    @Test
    void personnelRecordsOverTlsScore75() {
        RiskInputs inputs = new RiskInputs(
                true,
                false,
                Optional.of(360),
                Optional.empty(),
                Optional.empty(),
                Optional.of(3),
                Optional.of(Exposure.PARTNER),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2029, 3, 31));
        assertThat(value(score, "S_C")).isEqualTo("279 m");
        assertThat(value(score, "U")).isEqualTo("100 %");
        assertThat(score.value()).isEqualTo("75");
        assertThat(score.band()).isEqualTo(RiskBand.HIGH);
    }

    @Test
    void aFirmwareRootInRomScores68() {
        RiskInputs inputs = new RiskInputs(
                false,
                true,
                Optional.empty(),
                Optional.of(LocalDate.of(2043, 3, 31)),
                Optional.of(false),
                Optional.of(3),
                Optional.of(Exposure.INTERNET),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2031, 3, 31));
        assertThat(value(score, "S_A")).isEqualTo("87 m");
        assertThat(value(score, "U")).isEqualTo("85 %");
        assertThat(score.value()).isEqualTo("68");
    }

    @Test
    void everyScoreHasItsThreeScenariosAndAnEarlierMonthNeverScoresLess() {
        RiskInputs root = new RiskInputs(
                false,
                true,
                Optional.empty(),
                Optional.of(LocalDate.of(2043, 3, 31)),
                Optional.of(false),
                Optional.of(3),
                Optional.of(Exposure.INTERNET),
                JAPAN,
                CRQC);
        // S_A is 147, 87 and 27 months: 100, 85 and 50 percent of 80.
        assertThat(RiskModel.scenarios(root, LocalDate.of(2031, 3, 31)).entrySet())
                .extracting(it -> it.getKey() + " " + it.getValue().value())
                .containsExactly("2030-12 80", "2035-12 68", "2040-12 40");
    }

    @Test
    void internalTokensScoreNothing() {
        RiskInputs inputs = new RiskInputs(
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(2),
                Optional.of(Exposure.INTERNAL),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2028, 3, 31));
        assertThat(value(score, "S_A")).isEqualTo("0 m");
        assertThat(value(score, "P")).isEqualTo("0 % (93 m)");
        assertThat(score.value()).isEqualTo("0");
        assertThat(score.band()).isEqualTo(RiskBand.WATCH);
    }

    @Test
    void aPublicPageScores24ForItsDeadlineAlone() {
        RiskInputs inputs = new RiskInputs(
                true,
                false,
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.of(Exposure.INTERNET),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2035, 10, 31));
        assertThat(value(score, "P")).isEqualTo("80 % (2 m)");
        assertThat(score.value()).isEqualTo("24");
    }

    @ParameterizedTest
    @CsvSource({
        "4,INTERNET,100", "4,PARTNER,95", "4,INTERNAL,85", "4,ISOLATED,70",
        "3,INTERNET,80", "3,PARTNER,75", "3,INTERNAL,65", "3,ISOLATED,50",
        "2,INTERNET,55", "2,PARTNER,50", "2,INTERNAL,40", "2,ISOLATED,30",
        "1,INTERNET,30", "1,PARTNER,25", "1,INTERNAL,20", "1,ISOLATED,10"
    })
    void theConsequenceTableIsAsGiven(int impact, Exposure exposure, int percent) {
        RiskInputs late = new RiskInputs(
                true,
                false,
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(impact),
                Optional.of(exposure),
                JAPAN,
                CRQC);
        assertThat(RiskModel.score(late, LocalDate.of(2036, 3, 31)).high()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,30", "12,30", "13,50", "36,50", "37,70", "84,70", "85,85", "120,85", "121,100"})
    void theBandsOfExposureEndWhereTheyShould(int protectionMonths, int percent) {
        RiskInputs inputs = new RiskInputs(
                true,
                false,
                Optional.of(protectionMonths),
                Optional.empty(),
                Optional.empty(),
                Optional.of(4),
                Optional.of(Exposure.INTERNET),
                Optional.empty(),
                CRQC);
        assertThat(RiskModel.score(inputs, LocalDate.of(2035, 12, 1)).high()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "2036-01-01,100",
        "2035-12-31,80",
        "2035-06-30,80",
        "2035-05-31,60",
        "2034-12-31,60",
        "2034-11-30,40",
        "2033-12-31,40",
        "2033-11-30,20",
        "2031-12-31,20",
        "2031-11-30,0"
    })
    void theBandsOfSlackEndWhereTheyShould(LocalDate completion, int percent) {
        RiskInputs inputs = new RiskInputs(
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(4),
                Optional.of(Exposure.INTERNET),
                JAPAN,
                CRQC);
        assertThat(RiskModel.score(inputs, completion).high()).isEqualTo(percent);
    }

    @Test
    void aCompletionAfterTheDeadlineWithinTheSameMonthIsLate() {
        RiskInputs inputs = new RiskInputs(
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(4),
                Optional.of(Exposure.INTERNET),
                Optional.of(LocalDate.of(2030, 6, 15)),
                CRQC);
        assertThat(RiskModel.score(inputs, LocalDate.of(2030, 6, 15)).high()).isEqualTo(80);
        assertThat(RiskModel.score(inputs, LocalDate.of(2030, 6, 16)).high()).isEqualTo(100);
    }

    @Test
    void nothingDeclaredIsAWideIntervalAndNotADefault() {
        RiskInputs inputs = new RiskInputs(
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2029, 3, 31));
        assertThat(score.low()).isZero();
        assertThat(score.high()).isEqualTo(100);
        assertThat(score.needsConfirmation()).isTrue();
        assertThat(score.question()).isPresent();
    }

    @Test
    void theOneQuestionAskedIsThatWhichNarrowsMost() {
        RiskInputs protectionOpen = new RiskInputs(
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(3),
                Optional.empty(),
                JAPAN,
                CRQC);
        Score score = RiskModel.score(protectionOpen, LocalDate.of(2029, 3, 31));
        // With the period known at worst 50..80 stays open; with the exposure known at worst 0..80.
        assertThat(score.value()).isEqualTo("0-80");
        assertThat(score.question()).contains(Question.PROTECTION_PERIOD);
    }

    @Test
    void anAnswerThatCannotChangeTheScoreIsNotAskedFor() {
        RiskInputs inputs = new RiskInputs(
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(2),
                Optional.empty(),
                Optional.empty(),
                CRQC);
        Score score = RiskModel.score(inputs, LocalDate.of(2028, 3, 31));
        assertThat(score.value()).isEqualTo("0");
        assertThat(score.question()).isEmpty();
    }

    @Test
    void aLongLivedSignatureIsNotBuriedByADiscountForNotBeingSecret() {
        RiskInputs inputs = new RiskInputs(
                false,
                true,
                Optional.empty(),
                Optional.of(LocalDate.of(2060, 1, 1)),
                Optional.of(false),
                Optional.of(4),
                Optional.of(Exposure.INTERNET),
                Optional.empty(),
                CRQC);
        assertThat(RiskModel.score(inputs, LocalDate.of(2027, 3, 31)).high()).isEqualTo(100);
    }

    @Test
    void theScoreNeverFallsWhenTheMigrationEndsLater() {
        for (int protection : new int[] {0, 60, 360}) {
            RiskInputs inputs = new RiskInputs(
                    true,
                    true,
                    Optional.of(protection),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Exposure.PARTNER),
                    JAPAN,
                    CRQC);
            Score before = RiskModel.score(inputs, LocalDate.of(2027, 3, 31));
            for (LocalDate day = LocalDate.of(2027, 6, 30); day.getYear() < 2045; day = day.plusMonths(3)) {
                Score after = RiskModel.score(inputs, day);
                assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
                assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
                before = after;
            }
        }
    }

    private static String value(Score score, String symbol) {
        return score.trace().stream()
                .filter(term -> term.symbol().equals(symbol))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
