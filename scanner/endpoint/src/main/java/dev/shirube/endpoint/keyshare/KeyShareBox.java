package dev.shirube.endpoint.keyshare;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shares of one sweep, each made once, for any thread: no handshake is ever completed, so they protect nothing, and
 * making one costs as much as using it.
 */
public final class KeyShareBox {
    private final Map<String, KeyShare> shares = new ConcurrentHashMap<>();

    /** The share of that {@link KeyShares#known} group. */
    public KeyShare share(String group) {
        return shares.computeIfAbsent(group, KeyShares::create);
    }
}
