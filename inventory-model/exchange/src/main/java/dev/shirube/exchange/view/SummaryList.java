package dev.shirube.exchange.view;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.SystemStanding;
import dev.shirube.domain.readiness.Presence;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Systems in numbers as one JSON document, {@code shirube-inventory-summary/1}. */
public final class SummaryList {

    /** The schema that the document names. */
    public static final String SCHEMA = "shirube-inventory-summary/1";

    private SummaryList() {}

    /** Writes the document; the stream stays open. */
    public static void write(OutputStream out, ViewHead head, List<SystemSummary> systems) throws IOException {
        JsonStream.document(
                out,
                json -> json.object(document -> {
                    head.write(document, SCHEMA);
                    document.list("systems", list -> {
                        for (SystemSummary system : systems) {
                            list.object(it -> write(it, system));
                        }
                    });
                }));
    }

    private static void write(JsonStream json, SystemSummary system) throws IOException {
        json.text("id", system.id());
        json.text("name", system.name());
        json.text("standing", system.standing().id());
        if (system.standing() == SystemStanding.NOT_SCANNED) {
            for (String name : List.of("uses", "unreadable", "vulnerableIn", "libraries", "endpoints")) {
                json.unknown(name);
            }
            return;
        }
        json.object("uses", uses -> {
            for (QuantumThreat threat : QuantumThreat.values()) {
                uses.number(threat.id(), system.uses(threat));
            }
            uses.number("imported", system.imported());
            uses.number("hidden", system.hidden());
        });
        if (system.standing() == SystemStanding.IMPORTED) {
            json.unknown("unreadable"); // what another tool could not read is not told
        } else {
            json.number("unreadable", system.unreadable());
        }
        json.object("vulnerableIn", owners -> {
            for (CodeOwner owner : CodeOwner.values()) {
                owners.number(owner.id(), system.vulnerableByOwner().getOrDefault(owner, 0L));
            }
            owners.number("libraryWithoutUseSeen", system.vulnerableUnused());
        });
        json.object("libraries", libraries -> {
            for (Presence presence : Presence.values()) {
                libraries.number(
                        presence.name().toLowerCase(Locale.ROOT),
                        system.libraries().getOrDefault(presence, 0L));
            }
        });
        json.number("endpoints", system.endpoints());
    }
}
