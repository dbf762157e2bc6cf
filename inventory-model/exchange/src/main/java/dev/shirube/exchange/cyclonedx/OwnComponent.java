package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.ImportLimitException;
import dev.shirube.exchange.JsonItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One component while it is read. Of one of ours, whose properties stand before its places, the places become findings one by
 * one; of any other all is held until its end.
 */
final class OwnComponent {

    private final List<AssignedFinding> findings;
    private final OccurrenceReader occurrences;
    private Optional<CryptoAsset> asset = Optional.empty();
    private CodeContext context = CodeContext.MAIN;
    private boolean streamed;

    /**
     * @param findings where findings of ours go
     * @param occurrences that of the whole document
     */
    OwnComponent(List<AssignedFinding> findings, OccurrenceReader occurrences) {
        this.findings = findings;
        this.occurrences = occurrences;
    }

    /** Reads the object whose start the parser stands on; what was told of its places already is not in the answer. */
    JsonItem read(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        JsonItem component = new JsonItem(members);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("evidence") && value == JsonToken.START_OBJECT && isOurs(component) && known(component)) {
                evidence(parser);
                streamed = true;
            } else {
                members.put(name, JsonItem.value(parser));
            }
        }
        return component;
    }

    /** Whether the component was written here. */
    boolean isOurs(JsonItem component) {
        return component.properties().containsKey("shirube:asset");
    }

    /** What is wrong with it is said at its end. */
    private boolean known(JsonItem component) {
        try {
            identify(component);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void identify(JsonItem component) {
        Map<String, String> properties = component.properties();
        asset = Optional.of(AssetReader.read(component, properties));
        context = CodeContext.TEST.id().equals(properties.get("shirube:context")) ? CodeContext.TEST : CodeContext.MAIN;
    }

    private void evidence(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean places = parser.currentName().equals("occurrences");
            if (parser.nextToken() == JsonToken.START_ARRAY && places) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == JsonToken.START_OBJECT) {
                        add(JsonItem.read(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void add(JsonItem occurrence) {
        if (findings.size() >= CbomReader.MOST_FINDINGS) {
            throw new ImportLimitException("occurrences", CbomReader.MOST_FINDINGS);
        }
        if (!occurrence.text("location").isEmpty()) {
            findings.add(occurrences.read(occurrence, asset.orElseThrow(), context));
        }
    }

    /**
     * Takes what is not told yet.
     *
     * @throws IllegalArgumentException when the component does not hold the asset it names, or a place is none
     */
    void finish(JsonItem component) {
        if (streamed) {
            return;
        }
        identify(component);
        component.object("evidence").objects("occurrences").forEach(this::add);
    }
}
