package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads back the findings and endpoints of a CBOM that {@link CbomWriter} wrote, of either version, component by component.
 *
 * <p>Nothing else: coverage and diagnostics speak of the scan that was, and stay in its document. What cannot be read,
 * and components that are not ours, become diagnostics; what was read before a fault is kept.
 */
public final class CbomReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String location;
    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<AssignedEndpoint> endpoints = new ArrayList<>();
    private int foreign;

    private CbomReader(String location) {
        this.location = location;
    }

    /**
     * Reads a document.
     *
     * @param location name of the document, for diagnostics
     * @throws IOException when the stream itself fails
     */
    public static Inventory read(InputStream in, String location) throws IOException {
        CbomReader reader = new CbomReader(location);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            reader.document(parser);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            reader.malformed(e.getOriginalMessage());
        }
        if (reader.foreign > 0) {
            reader.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.NOT_IMPORTED, location, Integer.toString(reader.foreign)));
        }
        return new Inventory(
                Collections.emptySortedMap(),
                reader.findings,
                reader.diagnostics.stream()
                        .map(it -> new AssignedDiagnostic(InformationSystem.UNASSIGNED, it))
                        .toList(),
                Collections.emptySortedMap(),
                reader.endpoints);
    }

    private void document(JsonParser parser) {
        boolean cyclonedx = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("components") && parser.currentToken() == JsonToken.START_ARRAY) {
                    items(parser, this::component);
                } else if (name.equals("services") && parser.currentToken() == JsonToken.START_ARRAY) {
                    items(parser, this::service);
                } else if (name.equals("bomFormat")) {
                    cyclonedx = "CycloneDX".equals(parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!cyclonedx) {
            malformed("no bomFormat CycloneDX");
        }
    }

    private static void items(JsonParser parser, Consumer<JsonItem> reader) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                reader.accept(JsonItem.read(parser));
            }
        }
    }

    private void service(JsonItem service) {
        if (!EndpointServices.isOurs(service)) {
            foreign++;
            return;
        }
        try {
            endpoints.add(EndpointServices.read(service));
        } catch (IllegalArgumentException e) {
            malformed(e.getMessage());
        }
    }

    private void component(JsonItem component) {
        Map<String, String> properties = component.properties();
        if (!properties.containsKey("shirube:asset")) {
            foreign++;
            return;
        }
        boolean test = CodeContext.TEST.id().equals(properties.get("shirube:context"));
        try {
            CryptoAsset asset = AssetReader.read(component, properties);
            for (JsonItem occurrence : component.object("evidence").objects("occurrences")) {
                findings.add(OccurrenceReader.read(occurrence, asset, test ? CodeContext.TEST : CodeContext.MAIN));
            }
        } catch (IllegalArgumentException e) {
            malformed(e.getMessage());
        }
    }

    private void malformed(String reason) {
        diagnostics.add(Diagnostic.of(DiagnosticCode.MALFORMED, location, "CycloneDX", reason));
    }
}
