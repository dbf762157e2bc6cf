package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.ImportJson;
import dev.shirube.exchange.ImportLimitException;
import dev.shirube.exchange.JsonItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Reads a CBOM of CycloneDX, component by component: what {@link CbomWriter} wrote, of either version, as the inventory it was;
 * what another tool wrote as findings that carry their {@link ImportOrigin}.
 *
 * <p>What cannot be read becomes a diagnostic; what was read before a fault or a limit is kept.
 */
public final class CbomReader {

    /** Components that are read of one document. */
    public static final int MOST_COMPONENTS = 1_000_000;

    /** Places that are read of one document, and rows of coverage and diagnostics. */
    public static final int MOST_FINDINGS = 4_000_000;

    private final String location;
    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<AssignedEndpoint> endpoints = new ArrayList<>();
    private final OccurrenceReader occurrences = new OccurrenceReader();
    private final MetadataReader metadata = new MetadataReader();
    private final ForeignComponents foreign = new ForeignComponents(AlgorithmRegistry.standard());
    private int components;
    private int left;

    private CbomReader(String location) {
        this.location = location;
    }

    /**
     * Reads a document.
     *
     * @param location name of the document, for diagnostics and as the origin of what another tool says
     * @throws IOException when the stream itself fails
     */
    public static Inventory read(InputStream in, String location) throws IOException {
        return reader(in, location).inventory();
    }

    /** The tool that wrote the document, as it says itself. */
    static ImportOrigin origin(InputStream in, String location) throws IOException {
        return ForeignOrigin.of(reader(in, location).metadata.tools(), location);
    }

    private static CbomReader reader(InputStream in, String location) throws IOException {
        CbomReader reader = new CbomReader(location);
        try (JsonParser parser = ImportJson.parser(in)) {
            reader.document(parser);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (ImportLimitException e) {
            reader.limit(e.limit());
        } catch (StreamConstraintsException e) {
            reader.limit("JSON");
        } catch (JacksonException e) {
            reader.malformed(ImportJson.reason(e));
        }
        return reader;
    }

    private Inventory inventory() {
        findings.addAll(foreign.tell(ForeignOrigin.of(metadata.tools(), location)));
        left += foreign.left();
        if (left > 0) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.NOT_IMPORTED, location, Integer.toString(left)));
        }
        List<AssignedDiagnostic> all = new ArrayList<>(metadata.diagnostics());
        diagnostics.forEach(it -> all.add(new AssignedDiagnostic(InformationSystem.UNASSIGNED, it)));
        return new Inventory(metadata.systems(), findings, all, metadata.coverage(), endpoints);
    }

    private void document(JsonParser parser) {
        boolean cyclonedx = false;
        boolean closed = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                boolean list = parser.currentToken() == JsonToken.START_ARRAY;
                if (name.equals("components") && list) {
                    items(parser, it -> component(parser));
                } else if (name.equals("services") && list) {
                    items(parser, it -> service(JsonItem.read(parser)));
                } else if (name.equals("dependencies") && list) {
                    items(parser, it -> foreign.depends(JsonItem.read(parser)));
                } else if (name.equals("metadata") && parser.currentToken() == JsonToken.START_OBJECT) {
                    metadata.read(parser);
                } else if (name.equals("bomFormat")) {
                    cyclonedx = "CycloneDX".equals(parser.getString());
                    parser.skipChildren();
                } else {
                    parser.skipChildren();
                }
            }
            closed = parser.currentToken() == JsonToken.END_OBJECT;
        }
        if (!cyclonedx) {
            malformed("no bomFormat CycloneDX");
        } else if (!closed) {
            malformed("unexpected end");
        }
    }

    /** Hands over each object of the list, with the parser on its start. */
    private static void items(JsonParser parser, Consumer<JsonParser> reader) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                reader.accept(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void service(JsonItem service) {
        if (!EndpointServices.isOurs(service)) {
            left++;
            return;
        }
        try {
            endpoints.add(EndpointServices.read(service));
        } catch (IllegalArgumentException e) {
            malformed(e.getMessage());
        }
    }

    private void component(JsonParser parser) {
        if (++components > MOST_COMPONENTS) {
            throw new ImportLimitException("components", MOST_COMPONENTS);
        }
        OwnComponent own = new OwnComponent(findings, occurrences);
        JsonItem component = own.read(parser);
        try {
            if (own.isOurs(component)) {
                own.finish(component);
            } else {
                foreign.add(component);
            }
        } catch (IllegalArgumentException e) {
            malformed(e.getMessage());
        }
    }

    private void malformed(String reason) {
        diagnostics.add(Diagnostic.of(DiagnosticCode.MALFORMED, location, "CycloneDX", reason));
    }

    private void limit(String limit) {
        diagnostics.add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, limit, "component " + components));
    }
}
