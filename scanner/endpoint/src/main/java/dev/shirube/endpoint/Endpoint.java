package dev.shirube.endpoint;

import dev.shirube.domain.place.HostNames;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.ike.IkeCourse;
import dev.shirube.endpoint.keyshare.KeyShareBox;
import dev.shirube.endpoint.probe.TlsCourse;
import dev.shirube.endpoint.ssh.SshCourse;
import dev.shirube.endpoint.starttls.StartTlsCourse;
import dev.shirube.endpoint.transport.AddressLiteral;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.TargetException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/** A target that was checked: whom to connect to, and what to ask. */
record Endpoint(EndpointTarget target) {
    /** The target with its names as the name service and TLS take them. */
    static Endpoint of(EndpointTarget target) throws TargetException {
        int port = target.port();
        if (port < 1 || port > 65_535) {
            throw new TargetException(
                    target.text() + ": " + port + " is no port. Give one from 1 to 65535.",
                    target.text() + "：" + port + " はポート番号ではありません。1〜65535 を指定してください。");
        }
        String host = AddressLiteral.matches(target.host()) ? target.host() : name(target.host(), target.text());
        Optional<String> serverName = target.serverName().isPresent()
                ? Optional.of(name(target.serverName().get(), target.text()))
                : Optional.empty();
        return new Endpoint(
                new EndpointTarget(target.scheme(), host, port, serverName, target.startTls(), target.plan()));
    }

    String host() {
        return target.host();
    }

    int port() {
        return target.port();
    }

    /** The logical path of what is learnt. */
    String location() {
        return target.text();
    }

    /** All that is asked. */
    Course course(SecureRandom random, KeyShareBox shares) {
        return switch (target.scheme()) {
            case TLS -> tls(random, shares);
            case SSH -> new SshCourse(target.plan(), random);
            case IKE -> new IkeCourse(target.plan(), port(), random);
        };
    }

    private Course tls(SecureRandom random, KeyShareBox shares) {
        // An address literal is no name to ask for (RFC 6066 section 3).
        Optional<String> host = AddressLiteral.matches(host()) ? Optional.empty() : Optional.of(host());
        Supplier<Course> tls = () -> new TlsCourse(target.serverName().or(() -> host), random, target.plan(), shares);
        String domain = target.serverName().orElse(host());
        return target.startTls()
                .<Course>map(it -> new StartTlsCourse(it, domain, tls))
                .orElseGet(tls);
    }

    private static String name(String text, String target) throws TargetException {
        return HostNames.ascii(text)
                .orElseThrow(() -> new TargetException(
                        target + ": \"" + text + "\" is no host name. Write it as in tls://www.example.jp:443.",
                        target + "：「" + text + "」はホスト名ではありません。tls://www.example.jp:443 のように指定してください。"));
    }
}
