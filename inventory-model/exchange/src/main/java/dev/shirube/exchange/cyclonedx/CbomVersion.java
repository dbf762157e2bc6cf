package dev.shirube.exchange.cyclonedx;

/** The versions of CycloneDX that carry a CBOM and that we write. */
public enum CbomVersion {
    /** For readers that know no newer one; fields of 1.7 become properties or their older form. */
    V1_6("1.6"),
    /** The version to prefer. */
    V1_7("1.7");

    private final String id;

    CbomVersion(String id) {
        this.id = id;
    }

    /** The value of {@code specVersion}. */
    public String id() {
        return id;
    }

    String schema() {
        return "http://cyclonedx.org/schema/bom-" + id + ".schema.json";
    }

    /** Whether the fields that came with 1.7 may be written. */
    boolean hasFamilies() {
        return this == V1_7;
    }
}
