package dev.shirube.exchange.view;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Origin;
import dev.shirube.exchange.FindingMembers;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.LongSupplier;

/** Findings as one JSON document, {@code shirube-inventory-list/1}, written as they come: none is held. */
public final class FindingList {

    /** The schema that the document names. */
    public static final String SCHEMA = "shirube-inventory-list/1";

    private FindingList() {}

    /**
     * Writes the document; the stream stays open.
     *
     * @param findings those that the filter let through, in their order
     * @param hidden asked when all findings were taken: how many more there are that were left out of the first view
     */
    public static void write(
            OutputStream out,
            ViewHead head,
            Iterator<AssignedFinding> findings,
            LongSupplier hidden,
            AlgorithmRegistry registry)
            throws IOException {
        long[] count = {0};
        JsonStream.document(
                out,
                json -> json.object(document -> {
                    head.write(document, SCHEMA);
                    head.writeSystems(document);
                    document.list("findings", list -> {
                        while (findings.hasNext()) {
                            write(list, findings.next(), registry);
                            count[0]++;
                        }
                    });
                    document.number("count", count[0]);
                    document.number("hidden", hidden.getAsLong());
                }));
    }

    /** One finding as an item of a list. */
    static void write(JsonStream list, AssignedFinding assigned, AlgorithmRegistry registry) throws IOException {
        Finding finding = assigned.finding();
        list.object(json -> {
            json.text("id", assigned.id());
            json.text("system", assigned.system());
            json.text("origin", Origin.of(finding).id());
            json.object("asset", it -> FindingMembers.asset(it, finding.asset(), registry));
            json.text("quantum", registry.threat(finding.asset()).id());
            json.text("function", finding.function().id());
            json.text("category", finding.category().id());
            FindingMembers.claim(json, finding);
        });
    }
}
