package dev.shirube.exchange.cyclonedx;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The vendored schemas of both versions; nothing is fetched. */
final class CbomSchema {

    private static final String BASE = "http://cyclonedx.org/schema/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemas(Map.of(
                    BASE + "bom-1.6.schema.json", resource("bom-1.6.schema.json"),
                    BASE + "bom-1.7.schema.json", resource("bom-1.7.schema.json"),
                    BASE + "cryptography-defs.schema.json", resource("cryptography-defs.schema.json"),
                    BASE + "jsf-0.82.schema.json", resource("jsf-0.82.schema.json"),
                    BASE + "spdx.schema.json", resource("spdx.schema.json"))));
    private static final Map<CbomVersion, Schema> SCHEMAS = Map.of(
            CbomVersion.V1_6, REGISTRY.getSchema(SchemaLocation.of(CbomVersion.V1_6.schema())),
            CbomVersion.V1_7, REGISTRY.getSchema(SchemaLocation.of(CbomVersion.V1_7.schema())));

    private CbomSchema() {}

    /** What the schema says against the document; formats such as date-time count. */
    static List<String> errors(CbomVersion version, String json) {
        return SCHEMAS
                .get(version)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    static String resource(String name) {
        try (InputStream in = CbomSchema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
