package dev.shirube.shell.endpoint;

import dev.shirube.domain.place.HostNames;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanTarget.StartTls;
import dev.shirube.shell.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands {@code tls://}, {@code ssh://} and {@code ike://} targets, each of which may name many endpoints. */
public final class EndpointWords {

    private static final Pattern SCHEME = Pattern.compile("(tls|ssh|ike)://(.*)");

    /** {@code host[/prefix][:port][/prefix]}, where the host may be two addresses in brackets. */
    private static final Pattern PLACE = Pattern.compile(
            "(\\[[^]]*](?:-\\[[^]]*])?|[^/:?#@\\s\\[\\]]+)(?:/([0-9]{1,3}))?(?::([0-9]{1,9}))?(?:/([0-9]{1,3})?)?");

    private static final int HIGHEST_PORT = 65_535;

    /** More endpoints than this in one scan are refused: they are asked for days, and held in memory. */
    public static final int MOST = 1 << 18;

    private final ProbePlan plan;

    /** @param plan how much each endpoint is asked */
    public EndpointWords(ProbePlan plan) {
        this.plan = plan;
    }

    /**
     * The endpoints of that word; nothing where it is no endpoint, such as a path or a Git repository.
     *
     * @throws CommandFailure when it begins like an endpoint and is none
     */
    public Optional<List<EndpointTarget>> parse(String word) {
        Matcher whole = SCHEME.matcher(word);
        if (!whole.matches()) {
            return Optional.empty();
        }
        Scheme scheme = Scheme.of(whole.group(1)).orElseThrow();
        String[] parts = whole.group(2).split("\\?", 2);
        Matcher place = PLACE.matcher(parts[0]);
        boolean named = place.matches()
                && place.group(2) != null
                && HostNames.ascii(place.group(1)).isPresent();
        if (place.matches() && !(named && scheme == Scheme.SSH)) {
            return Optional.of(targets(word, scheme, place, parts.length == 1 ? "" : parts[1]));
        }
        if (scheme == Scheme.SSH && parts[0].matches("[^/]+/.+")) {
            return Optional.empty(); // with a path it is a repository
        }
        throw malformed(word, parts[0]);
    }

    private List<EndpointTarget> targets(String word, Scheme scheme, Matcher place, String query) {
        OptionalInt prefix = prefix(word, place.group(2), place.group(4));
        List<String> hosts = new Hosts(word).of(place.group(1), prefix);
        List<Optional<String>> names = List.of(Optional.empty());
        Optional<StartTls> startTls = Optional.empty();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            if (part.startsWith("sni=") && scheme == Scheme.TLS) {
                names = names(word, part.substring("sni=".length()));
            } else if (part.startsWith("starttls=") && scheme == Scheme.TLS) {
                startTls = Optional.of(startTls(word, part.substring("starttls=".length())));
            } else {
                throw CommandFailure.usage(
                        word + ": \"" + part + "\" is not understood there. After ? stand sni=NAME,NAME and"
                                + " starttls=PROTOCOL, joined by &, for tls:// only.",
                        word + "：「" + part
                                + "」は指定できません。? の後には（tls:// のみ）sni=名前,名前 と starttls=プロトコル を & でつないで指定してください。");
            }
        }
        int port = port(word, place.group(3)).orElse(EndpointTarget.usualPort(scheme, startTls));
        if ((long) hosts.size() * names.size() > MOST) {
            throw CommandFailure.usage(
                    word + " names more than " + MOST + " endpoints. Divide it.",
                    word + " は " + MOST + " 件を超えます。分割して指定してください。");
        }
        List<EndpointTarget> targets = new ArrayList<>(hosts.size() * names.size());
        for (String host : hosts) {
            for (Optional<String> name : names) {
                targets.add(new EndpointTarget(scheme, host, port, name, startTls, plan));
            }
        }
        return targets;
    }

    private static CommandFailure malformed(String word, String place) {
        if (place.contains("@")) {
            return CommandFailure.usage(
                    word + ": an endpoint has no user. Write ssh://host, or a repository with its path.",
                    word + "：接続先にユーザー名は指定できません。ssh://host とするか、リポジトリのパスまで指定してください。");
        }
        if (place.indexOf(':') != place.lastIndexOf(':') && !place.contains("[")) {
            return CommandFailure.usage(
                    word + ": an IPv6 address stands in brackets, as in tls://[2001:db8::1]:443.",
                    word + "：IPv6 アドレスは tls://[2001:db8::1]:443 のように角括弧で囲んでください。");
        }
        return CommandFailure.usage(
                "\"" + word
                        + "\" is no endpoint. Write it as in tls://www.example.jp:443, ssh://host or ike://192.0.2.1;"
                        + " see: shirube scan --help",
                "「" + word + "」は接続先として解釈できません。tls://www.example.jp:443、ssh://host、ike://192.0.2.1 のように指定してください"
                        + "（shirube scan --help）。");
    }

    private static OptionalInt prefix(String word, String before, String after) {
        if (before != null && after != null) {
            throw CommandFailure.usage(
                    word + " names two blocks. Write one /prefix.", word + " にはブロック指定が 2 つあります。/prefix は 1 つにしてください。");
        }
        String digits = before == null ? after : before;
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static OptionalInt port(String word, String digits) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        if (number < 1 || number > HIGHEST_PORT) {
            throw CommandFailure.usage(
                    word + " names port " + number + ". Ports are 1 to 65535.",
                    word + " のポート " + number + " は範囲外です（1～65535）。");
        }
        return OptionalInt.of(number);
    }

    private static List<Optional<String>> names(String word, String list) {
        return Stream.of(list.split(",", -1))
                .map(it -> HostNames.ascii(it)
                        .orElseThrow(() -> CommandFailure.usage(
                                word + ": \"" + it
                                        + "\" is no name to ask for. Write sni= and host names between commas;"
                                        + " an address is none (RFC 6066).",
                                word + "：「" + it
                                        + "」は SNI の名前ではありません。sni= の後にホスト名をコンマ区切りで指定してください（アドレスは不可、RFC 6066）。")))
                .distinct()
                .map(Optional::of)
                .toList();
    }

    private static StartTls startTls(String word, String id) {
        return StartTls.of(id).orElseThrow(() -> {
            String known = Stream.of(StartTls.values()).map(StartTls::id).collect(Collectors.joining(", "));
            return CommandFailure.usage(
                    word + ": \"" + id + "\" is no protocol with STARTTLS known here. Use one of: " + known,
                    word + "：「" + id + "」は対応する STARTTLS プロトコルではありません。次のいずれかを指定してください：" + known);
        });
    }
}
