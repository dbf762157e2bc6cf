package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A course in which every attempt begins with a dialogue in clear. Where the first one does not get to TLS, there is no
 * second; but a server that was to greet and stays silent is asked once whether it speaks TLS at once.
 *
 * <p>A MySQL or MariaDB server counts the handshakes that a host gives up, and refuses the host for good once there were
 * {@code max_connect_errors} of them, 100 by default; so it is asked no more than {@value #MYSQL_MOST} times.
 */
public final class StartTlsCourse implements Course {
    private static final int MYSQL_MOST = 40;

    private final StartTls protocol;
    private final String domain;
    private final Supplier<Course> courses;
    private final Course tls;
    private boolean silent;
    private boolean ended;
    private int asked;

    /**
     * A course that has not begun.
     *
     * @param domain whom the client says that it wants, where the protocol has it say so (XMPP)
     * @param courses begins what is asked in TLS
     */
    public StartTlsCourse(StartTls protocol, String domain, Supplier<Course> courses) {
        this.protocol = protocol;
        this.domain = domain;
        this.courses = courses;
        this.tls = courses.get();
    }

    @Override
    public void add(Exchange exchange) {
        tls.add(exchange);
        asked++;
        ended |= exchange.probe().equals(DirectAttempt.PROBE)
                || StartTlsRecord.failure(exchange)
                        .filter(it -> it.kind() != StartTlsFailure.Kind.UNFINISHED)
                        .isPresent();
        silent = exchange.ending() == Ending.TIMED_OUT
                && exchange.preface()
                        .filter(it -> it.sent().length + it.received().length == 0)
                        .isPresent();
    }

    @Override
    public Optional<Attempt> next() {
        if (ended || protocol == StartTls.MYSQL && asked >= MYSQL_MOST) {
            return Optional.empty();
        }
        return silent
                ? courses.get().next().map(it -> new DirectAttempt(protocol, it))
                : tls.next().map(it -> new StartTlsAttempt(protocol, domain, it));
    }
}
