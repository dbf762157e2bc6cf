package dev.shirube.endpoint.starttls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked next, by what was recorded; with a course behind it that would ask for ever. */
class StartTlsCourseTest {
    private static final byte[] NOTHING = {};

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void asksInADialogueEachTime(StartTls protocol) {
        StartTlsCourse course = course(protocol);
        for (int i = 0; i < 30; i++) {
            course.add(exchange(course, agreed(protocol)));
        }
        Attempt next = course.next().orElseThrow();
        assertThat(next.probe()).isEqualTo("endless");
        assertThat(next.conversation()).isInstanceOf(StartTlsConversation.class);
        assertThat(next.medium()).isEqualTo(Medium.TCP);
    }

    /** The default of max_connect_errors is 100; a real server was seen to refuse a host once they were used up. */
    @Test
    void doesNotUseUpWhatMysqlAllowsToGoWrong() {
        StartTlsCourse course = course(StartTls.MYSQL);
        int asked = 0;
        while (course.next().isPresent()) {
            course.add(exchange(course, agreed(StartTls.MYSQL)));
            asked++;
        }
        assertThat(asked).isEqualTo(40);
    }

    @Test
    void goesOnFromAJournalAsIfItHadNotBeenInterrupted() {
        StartTlsCourse first = course(StartTls.POP3);
        Exchange silent = exchange(first, new Outcome(NOTHING, NOTHING, Ending.TIMED_OUT, "5000"));
        StartTlsCourse second = course(StartTls.POP3);
        second.add(silent);
        Attempt direct = second.next().orElseThrow();
        assertThat(direct.probe()).isEqualTo("tls-at-once");
        Exchange answer = direct.exchange(
                Instant.EPOCH, new Outcome(new byte[] {22}, new byte[] {22, 3, 3}, Ending.ANSWERED, ""));
        assertThat(answer.probe()).isEqualTo("tls-at-once");
        assertThat(StartTlsRecord.failure(answer).orElseThrow().kind()).isEqualTo(StartTlsFailure.Kind.TLS_AT_ONCE);
        second.add(answer);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void endsWithARefusalButNotWithABrokenConnection() {
        StartTlsCourse course = course(StartTls.SMTP);
        course.add(exchange(course, new Outcome(NOTHING, NOTHING, Ending.RESET, "")));
        assertThat(course.next()).isPresent();
        course.add(exchange(course, new Outcome(NOTHING, Script.ascii("554 no\r\n"), Ending.ANSWERED, "")));
        assertThat(course.next()).isEmpty();
    }

    /** A command that could not be sent any more is not in the record. */
    @Test
    void recordsOnlyWhatWasSent() {
        Attempt attempt = course(StartTls.SMTP).next().orElseThrow();
        attempt.conversation().opening();
        byte[] greeting = Script.ascii("220 x\r\n");
        attempt.conversation().receive(greeting, 0, greeting.length);
        Exchange exchange = attempt.exchange(Instant.EPOCH, new Outcome(NOTHING, greeting, Ending.RESET, ""));
        assertThat(exchange.preface().orElseThrow().sent()).isEmpty();
        assertThat(exchange.preface().orElseThrow().received()).isEqualTo(greeting);
        assertThat(exchange.received()).isEmpty();
    }

    private static Outcome agreed(StartTls protocol) {
        byte[] received = Scripts.agreeing().get(protocol).received();
        return new Outcome(NOTHING, received, Ending.CLOSED, "");
    }

    private static Exchange exchange(StartTlsCourse course, Outcome outcome) {
        Attempt attempt = course.next().orElseThrow();
        attempt.conversation().opening();
        attempt.conversation().receive(outcome.received(), 0, outcome.received().length);
        return attempt.exchange(Instant.EPOCH, outcome);
    }

    private static StartTlsCourse course(StartTls protocol) {
        return new StartTlsCourse(protocol, "a.test", Endless::new);
    }

    private static final class Endless implements Course {
        @Override
        public void add(Exchange exchange) {
            assertThat(exchange.preface()).isPresent();
        }

        @Override
        public Optional<Attempt> next() {
            return Optional.of(new Hello());
        }
    }

    private static final class Hello implements Attempt {
        @Override
        public String probe() {
            return "endless";
        }

        @Override
        public Medium medium() {
            return Medium.TCP;
        }

        @Override
        public Conversation conversation() {
            return new Refusing();
        }

        @Override
        public Exchange exchange(Instant at, Outcome outcome) {
            return new Exchange(
                    "endless",
                    at,
                    Script.HELLO,
                    outcome.received(),
                    outcome.ending(),
                    outcome.detail(),
                    Optional.empty());
        }
    }
}
