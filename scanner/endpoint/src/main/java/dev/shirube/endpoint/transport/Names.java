package dev.shirube.endpoint.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The first address of each host's name, looked up once, on a few threads, and never for long. */
final class Names implements AutoCloseable {
    private static final int THREADS = 8;

    private final Lookup lookup;
    private final int deadlineMillis;
    private final Map<String, CompletableFuture<Optional<InetAddress>>> known = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, Threads.named("shirube-names"));

    /** A name service. */
    @FunctionalInterface
    interface Lookup {
        /** The first address. */
        InetAddress address(String host) throws UnknownHostException;
    }

    Names(Lookup lookup, int deadlineMillis) {
        this.lookup = lookup;
        this.deadlineMillis = deadlineMillis;
    }

    /** Tells the address, soon and on any thread; nothing if there is none, or none in time. */
    void address(String host, Consumer<Optional<InetAddress>> then) {
        if (AddressLiteral.matches(host)) {
            then.accept(lookUp(host));
            return;
        }
        known.computeIfAbsent(host, this::begin).thenAccept(then);
    }

    private CompletableFuture<Optional<InetAddress>> begin(String host) {
        CompletableFuture<Optional<InetAddress>> address = new CompletableFuture<>();
        pool.execute(() -> {
            // The time counts from here: that others are slow is no fault of this name.
            address.completeOnTimeout(Optional.empty(), deadlineMillis, TimeUnit.MILLISECONDS);
            address.complete(lookUp(host));
        });
        return address;
    }

    private Optional<InetAddress> lookUp(String host) {
        try {
            return Optional.of(lookup.address(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
