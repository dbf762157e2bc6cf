package dev.shirube.exchange.view;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;

/** What was looked at and what could not be read, as one JSON document, {@code shirube-inventory-coverage/1}. */
public final class CoverageList {

    /** The schema that the document names. */
    public static final String SCHEMA = "shirube-inventory-coverage/1";

    private CoverageList() {}

    /** Writes the document about the systems of the head; the stream stays open. */
    public static void write(OutputStream out, ViewHead head, Inventory inventory) throws IOException {
        JsonStream.document(
                out,
                json -> json.object(document -> {
                    head.write(document, SCHEMA);
                    head.writeSystems(document);
                    document.list("coverage", list -> {
                        for (Map.Entry<String, Coverage> system :
                                inventory.coverage().entrySet()) {
                            if (head.systems().containsKey(system.getKey())) {
                                rows(list, system.getKey(), system.getValue());
                            }
                        }
                    });
                    document.list("diagnostics", list -> {
                        for (AssignedDiagnostic assigned : inventory.diagnostics()) {
                            if (head.systems().containsKey(assigned.system())) {
                                diagnostic(list, assigned);
                            }
                        }
                    });
                }));
    }

    private static void rows(JsonStream list, String system, Coverage coverage) throws IOException {
        for (Map.Entry<Coverage.Key, Coverage.Amount> row : coverage.rows().entrySet()) {
            list.object(json -> {
                json.text("system", system);
                json.text("unit", row.getKey().unit());
                json.text("detector", row.getKey().detector());
                json.text("outcome", lower(row.getKey().outcome()));
                json.number("inputs", row.getValue().inputs());
                json.number("bytes", row.getValue().bytes());
            });
        }
    }

    private static void diagnostic(JsonStream list, AssignedDiagnostic assigned) throws IOException {
        Diagnostic diagnostic = assigned.diagnostic();
        list.object(json -> {
            json.text("system", assigned.system());
            json.text("code", diagnostic.code().id());
            json.text("severity", lower(diagnostic.severity()));
            json.text("location", diagnostic.location());
            json.allTexts("arguments", diagnostic.arguments());
            json.text("message", diagnostic.message(Language.EN));
            json.text("messageJa", diagnostic.message(Language.JA));
        });
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
