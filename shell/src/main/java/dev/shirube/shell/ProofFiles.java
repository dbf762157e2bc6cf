package dev.shirube.shell;

import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.reports.bench.BenchFormatException;
import dev.shirube.reports.bench.BenchInstance;
import dev.shirube.reports.bench.InstanceReader;
import dev.shirube.reports.bench.InstanceWriter;
import dev.shirube.reports.bench.ScheduleWriter;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import java.util.Optional;

/** A roadmap's scheduling problem and its answer as files, for whoever checks them with a program of their own. */
record ProofFiles(Optional<OutputFile> instance, Optional<OutputFile> schedule) {

    /** Those that the line asks for. */
    static ProofFiles of(Invocation line) {
        return new ProofFiles(
                line.value("instance").map(OutputFile::named),
                line.value("schedule").map(OutputFile::named));
    }

    /** Writes them. */
    void write(Roadmap roadmap) {
        if (instance.isEmpty() && schedule.isEmpty()) {
            return;
        }
        ScheduleProof proof = roadmap.proof()
                .orElseThrow(() -> CommandFailure.usage(
                        "There is no task to schedule, so there is no problem to write. Scan something first.",
                        "配置する作業がないため、書き出す問題がありません。先に調査してください。"));
        byte[] bytes = InstanceWriter.bytes(proof);
        instance.ifPresent(it -> it.write(stream -> stream.write(bytes)));
        schedule.ifPresent(it -> it.write(stream -> ScheduleWriter.plan(read(bytes), proof.solution(), stream)));
    }

    private static BenchInstance read(byte[] bytes) {
        try {
            return InstanceReader.read(bytes);
        } catch (BenchFormatException e) {
            throw new IllegalStateException("What was written cannot be read", e);
        }
    }
}
