package dev.shirube.domain;

/** What was observed of an endpoint, and the id of the information system it belongs to. */
public record AssignedEndpoint(String system, EndpointProfile profile) implements Comparable<AssignedEndpoint> {
    @Override
    public int compareTo(AssignedEndpoint other) {
        int order = system.compareTo(other.system);
        return order != 0 ? order : profile.compareTo(other.profile);
    }
}
