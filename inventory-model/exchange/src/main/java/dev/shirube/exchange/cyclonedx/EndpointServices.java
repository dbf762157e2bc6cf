package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.exchange.JsonItem;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code services}: what was observed of endpoints, one service for each system, place and plan. CycloneDX has no field for a
 * fact that may be supported, not supported or unknown, so each is a property {@code shirube:endpoint-fact}.
 */
final class EndpointServices {

    private static final String ENDPOINT = "shirube:endpoint";
    private static final String FACT = "shirube:endpoint-fact";

    private EndpointServices() {}

    static void write(JsonStream json, List<AssignedEndpoint> endpoints) throws IOException {
        for (AssignedEndpoint endpoint : endpoints) {
            json.object(it -> service(it, endpoint));
        }
    }

    private static void service(JsonStream json, AssignedEndpoint assigned) throws IOException {
        EndpointProfile profile = assigned.profile();
        String identity = new ContextText()
                .put("system", assigned.system())
                .put("plan", profile.plan())
                .put("location", profile.location())
                .toString();
        json.text("bom-ref", "endpoint:" + identity);
        json.text("name", profile.location());
        json.list("properties", list -> {
            ComponentProperties.property(list, ENDPOINT, identity);
            for (ObservedFact fact : profile.facts()) {
                ComponentProperties.property(list, FACT, text(fact));
            }
        });
    }

    private static String text(ObservedFact fact) {
        return new ContextText()
                .put("subject", fact.subject())
                .put("state", fact.state().id())
                .put("reason", fact.reason())
                .put("probe", fact.probe())
                .toString();
    }

    /** Whether the service was written here. */
    static boolean isOurs(JsonItem service) {
        return service.properties().containsKey(ENDPOINT);
    }

    /**
     * The endpoint that a service of ours stands for.
     *
     * @throws IllegalArgumentException when it does not say what ours say
     */
    static AssignedEndpoint read(JsonItem service) {
        Map<String, String> identity = ContextText.read(service.properties().get(ENDPOINT));
        List<ObservedFact> facts = service.objects("properties").stream()
                .filter(it -> it.text("name").equals(FACT))
                .map(it -> fact(ContextText.read(it.text("value"))))
                .toList();
        return new AssignedEndpoint(
                needed(identity, "system"),
                new EndpointProfile(needed(identity, "location"), needed(identity, "plan"), facts));
    }

    private static ObservedFact fact(Map<String, String> parts) {
        String state = needed(parts, "state");
        return new ObservedFact(
                needed(parts, "subject"),
                ObservedFact.State.of(state).orElseThrow(() -> new IllegalArgumentException("no state " + state)),
                needed(parts, "reason"),
                needed(parts, "probe"));
    }

    private static String needed(Map<String, String> parts, String name) {
        if (!parts.containsKey(name)) {
            throw new IllegalArgumentException("an endpoint without " + name);
        }
        return ContextText.unescape(parts.get(name));
    }
}
