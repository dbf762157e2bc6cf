package dev.shirube.endpoint;

import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.endpoint.transport.SweepEvents;
import dev.shirube.endpoint.transport.SweepResult;
import dev.shirube.endpoint.transport.SweepTask;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.TargetReader.UnitConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a unit of each endpoint that was asked, and keeps what it said in the journal. */
record EndpointUnits(ScanContext context, ScanJournal journal, UnitConsumer units) implements SweepEvents {

    /** What an earlier run recorded; nothing from the first part on that cannot be read. */
    @Override
    public List<Exchange> earlier(SweepTask task) {
        List<Exchange> exchanges = new ArrayList<>();
        for (byte[] part : journal.recorded(task.location())) {
            try {
                exchanges.add(TranscriptFormat.exchange(part));
            } catch (TranscriptFormatException e) {
                break;
            }
        }
        return exchanges;
    }

    @Override
    public void record(SweepTask task, Exchange exchange) {
        journal.record(task.location(), TranscriptFormat.part(exchange));
    }

    @Override
    public void finished(SweepResult result) {
        Transcript transcript = new Transcript(
                result.task().location(), Optional.of(result.task().plan()), result.exchanges());
        units.accept(new EndpointUnit(transcript, result.fault(), context));
    }

    @Override
    public boolean stopRequested() {
        return context.stopRequested();
    }
}
