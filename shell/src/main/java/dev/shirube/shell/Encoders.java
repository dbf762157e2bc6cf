package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.cyclonedx.CbomVersion;
import dev.shirube.exchange.cyclonedx.CbomWriter;
import dev.shirube.exchange.jsonl.FindingsWriter;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.reports.format.Csv;
import dev.shirube.reports.format.Sarif;
import dev.shirube.reports.sheet.OccurrenceSheet;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.io.OutputStream;

/** The formats an inventory can be written in, by the names of {@code --format}. */
enum Encoders {
    CDX("cdx") {
        @Override
        void write(Inventory inventory, Session session, OutputStream out) throws IOException {
            new CbomWriter(CbomVersion.V1_7, AlgorithmRegistry.standard(), session.version(), session.asOf())
                    .write(inventory, out);
        }
    },
    CDX16("cdx16") {
        @Override
        void write(Inventory inventory, Session session, OutputStream out) throws IOException {
            new CbomWriter(CbomVersion.V1_6, AlgorithmRegistry.standard(), session.version(), session.asOf())
                    .write(inventory, out);
        }
    },
    SARIF("sarif") {
        @Override
        void write(Inventory inventory, Session session, OutputStream out) throws IOException {
            Sarif.write(inventory, session.version(), session.language(), out);
            int results = inventory.findings().size();
            if (results > Sarif.MOST_RESULTS) {
                session.console()
                        .warn(session.say(
                                results + " results: GitHub code scanning takes at most " + Sarif.MOST_RESULTS
                                        + " of a file. Write a file for each target (shirube scan TARGET --out FILE.sarif).",
                                results + " 件の検出結果：GitHub code scanning は 1 ファイル " + Sarif.MOST_RESULTS
                                        + " 件までです。対象ごとに出力してください（shirube scan TARGET --out FILE.sarif）。"));
            }
        }
    },
    JSONL("jsonl") {
        @Override
        void write(Inventory inventory, Session session, OutputStream out) throws IOException {
            new FindingsWriter(AlgorithmRegistry.standard(), out).write(inventory, session.version(), session.asOf());
        }
    },
    CSV("csv") {
        @Override
        void write(Inventory inventory, Session session, OutputStream out) throws IOException {
            Roadmap roadmap = RoadmapPlanner.standard().plan(inventory, Resources.NONE, Planning.settings(session));
            Csv.write(OccurrenceSheet.of(roadmap, inventory, AlgorithmRegistry.standard()), session.language(), out);
        }
    };

    private final String id;

    Encoders(String id) {
        this.id = id;
    }

    /** The encoder of that name; the caller has checked that there is one. */
    static Encoders named(String id) {
        for (Encoders encoder : values()) {
            if (encoder.id.equals(id)) {
                return encoder;
            }
        }
        throw new IllegalArgumentException("no encoder is named " + id);
    }

    /** Writes the inventory, in the session's language where the format has words; the stream stays open. */
    abstract void write(Inventory inventory, Session session, OutputStream out) throws IOException;
}
