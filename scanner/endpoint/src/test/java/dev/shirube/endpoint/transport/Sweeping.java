package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A sweep as the tests run it: in a known order, with all that it tells kept. */
class Sweeping implements SweepEvents {
    static final Budgets SHORT = new Budgets(1_000, 500, 800, 8_000, 0, 256 << 10);
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    final List<SweepTask> tasks = new ArrayList<>();
    final List<SweepResult> results = new ArrayList<>();
    final Map<String, List<Exchange>> recorded = new ConcurrentHashMap<>();
    final AtomicBoolean stop = new AtomicBoolean();

    Sweeping ask(String location, String host, int port, Supplier<Course> course) {
        tasks.add(new SweepTask(location, host, port, "triage", course));
        return this;
    }

    Sweeping run(Budgets budgets) throws IOException {
        return run(budgets, InetAddress::getByName);
    }

    Sweeping run(Budgets budgets, Names.Lookup lookup) throws IOException {
        new Sweep(budgets, new Pace(20_000, 20_000), NOON, new Random(1), lookup).run(tasks, this);
        return this;
    }

    List<Exchange> exchanges(String location) {
        return results.stream()
                .filter(it -> it.task().location().equals(location))
                .findFirst()
                .orElseThrow()
                .exchanges();
    }

    Exchange exchange(String location) {
        return exchanges(location).get(exchanges(location).size() - 1);
    }

    @Override
    public List<Exchange> earlier(SweepTask task) {
        return List.copyOf(recorded.getOrDefault(task.location(), List.of()));
    }

    @Override
    public void record(SweepTask task, Exchange exchange) {
        recorded.computeIfAbsent(task.location(), it -> new CopyOnWriteArrayList<>())
                .add(exchange);
    }

    @Override
    public void finished(SweepResult result) {
        results.add(result);
    }

    @Override
    public boolean stopRequested() {
        return stop.get();
    }
}
