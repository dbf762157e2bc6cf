package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.transcript.Exchange;
import java.util.List;

/** What a {@link Sweep} asks of, and tells, whoever runs it. */
public interface SweepEvents {
    /** What an earlier run recorded of that endpoint, in order; asked when its turn comes, on the journal's thread. */
    List<Exchange> earlier(SweepTask task);

    /**
     * Keeps an exchange. Nothing more is asked of that endpoint before this returns; called on the journal's thread, one
     * exchange after the other, so that a slow journal holds up no deadline.
     */
    void record(SweepTask task, Exchange exchange);

    /** An endpoint of which nothing more is to be learnt; on the thread that runs the sweep, in order of completion. */
    void finished(SweepResult result);

    /** Whether to end as soon as possible; what is not finished then is not handed over any more. */
    boolean stopRequested();
}
