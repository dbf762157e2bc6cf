package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.engine.ConnectionCount;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.standard.StandardScanner;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What asking endpoints will cost, said before the first of them is contacted.
 *
 * @param endpoints how many
 * @param typical connections, if most of them answer
 * @param most connections, whatever they answer
 * @param seconds that the typical ones take at the pace; waiting for those that do not answer comes on top
 */
record EndpointEstimate(long endpoints, long typical, long most, long seconds, Pace pace) {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    /** The estimate for the endpoints among those targets. */
    static EndpointEstimate of(List<ScanTarget> targets, Pace pace) {
        long endpoints = 0;
        long typical = 0;
        long most = 0;
        Map<String, Long> byHost = new HashMap<>();
        for (ScanTarget target : targets) {
            if (target instanceof EndpointTarget endpoint) {
                ConnectionCount connections = StandardScanner.connections(endpoint);
                endpoints++;
                typical += connections.usual();
                most += connections.most();
                byHost.merge(endpoint.host(), (long) connections.usual(), Long::sum);
            }
        }
        long busiest = byHost.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long seconds = Math.max(ceiling(typical, pace.perSecond()), ceiling(busiest, pace.perHostPerSecond()));
        return new EndpointEstimate(endpoints, typical, most, seconds, pace);
    }

    private static long ceiling(long connections, int perSecond) {
        return (connections + perSecond - 1) / perSecond;
    }

    /** In one line. */
    Text text() {
        return new Text(
                "接続先 " + number(endpoints) + " 件：通常 " + number(typical) + " 接続、最大 " + number(most) + " 接続。毎秒 "
                        + pace.perSecond() + " 接続（1 アドレスあたり毎秒 " + pace.perHostPerSecond() + "）で約 "
                        + time(" 秒", " 分", " 時間") + "。",
                number(endpoints) + (endpoints == 1 ? " endpoint" : " endpoints") + ": typically " + number(typical)
                        + " connections, at most "
                        + number(most) + "; about " + time(" s", " min", " h") + " at " + pace.perSecond()
                        + " a second (" + pace.perHostPerSecond() + " to one address).");
    }

    private String time(String second, String minute, String hour) {
        if (seconds < 2 * MINUTE) {
            return Math.max(1, seconds) + second;
        }
        return seconds < 2 * HOUR ? (seconds + MINUTE / 2) / MINUTE + minute : (seconds + HOUR / 2) / HOUR + hour;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
