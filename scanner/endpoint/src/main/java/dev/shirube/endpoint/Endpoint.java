package dev.shirube.endpoint;

import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.TargetException;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A TLS target that was checked: what to connect to, and what names to ask for. */
record Endpoint(String host, int port, List<String> names) {
    private static final int HTTPS = 443;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%\\w+)?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

    static Endpoint of(EndpointTarget target) throws TargetException {
        refuseWhatIsNotProbedYet(target);
        int port = target.port().orElse(HTTPS);
        if (port < 1 || port > 65_535) {
            throw new TargetException(
                    target.text() + ": " + port + " is no port. Give one from 1 to 65535.",
                    target.text() + "：" + port + " はポート番号ではありません。1〜65535 を指定してください。");
        }
        String host = isLiteral(target.host()) ? target.host() : name(target.host(), target.text());
        List<String> names = new ArrayList<>();
        for (String name : target.serverNames()) {
            names.add(name(name, target.text()));
        }
        return new Endpoint(host, port, List.copyOf(names));
    }

    /** The names to ask for, one after the other; an address literal sends none (RFC 6066 section 3). */
    List<Optional<String>> serverNames() {
        if (!names.isEmpty()) {
            return names.stream().map(Optional::of).toList();
        }
        return List.of(isLiteral(host) ? Optional.empty() : Optional.of(host));
    }

    /** The logical path of what is learnt under that name. */
    String location(Optional<String> serverName) {
        String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        String plain = "tls://" + literal + ":" + port;
        return names.isEmpty() ? plain : plain + "?sni=" + serverName.orElseThrow();
    }

    private static boolean isLiteral(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    private static String name(String text, String target) throws TargetException {
        String ascii = "";
        try {
            ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // Not a name under IDNA either: refused below, with the same words as any other.
        }
        if (ascii.length() > 253 || !NAME.matcher(ascii).matches()) {
            throw new TargetException(
                    target + ": \"" + text + "\" is no host name. Write it as in tls://www.example.jp:443.",
                    target + "：「" + text + "」はホスト名ではありません。tls://www.example.jp:443 のように指定してください。");
        }
        return ascii;
    }

    private static void refuseWhatIsNotProbedYet(EndpointTarget target) throws TargetException {
        if (!target.scheme().equals("tls")) {
            throw notYet(target, target.scheme() + "://");
        }
        if (target.startTls().isPresent()) {
            throw notYet(target, "starttls=" + target.startTls().get());
        }
        if (target.plan() != ProbePlan.TRIAGE) {
            throw notYet(target, "--plan " + target.plan().name().toLowerCase(Locale.ROOT));
        }
    }

    private static TargetException notYet(EndpointTarget target, String what) {
        return new TargetException(
                target.text() + ": this version does not probe " + what
                        + " yet. Leave it out, or scan the settings of that server instead.",
                target.text() + "：この版は " + what + " の調査に未対応です。対象から外すか、そのサーバの設定ファイルをスキャンしてください。");
    }
}
