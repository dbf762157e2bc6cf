package dev.shirube.exchange.foreign;

import dev.shirube.domain.readiness.Versions;

/**
 * What a tool can see in its version, as far as its verdicts about post-quantum cryptography hang on it.
 *
 * @param name tool and version, as reasons name it
 * @param asksPqcGroups whether it asks for every finished hybrid and post-quantum group, so that seeing none rules them out
 */
record ToolSight(String name, boolean asksPqcGroups) {

    /** The first release whose group enumeration has the ML-KEM groups (rbsec/sslscan pull request 331, measured with 2.2.2). */
    private static final String SSLSCAN_WITH_ML_KEM = "2.2.0";

    static ToolSight sslscan(String version) {
        boolean known = version.matches("[0-9]+(\\.[0-9]+)*.*");
        return new ToolSight(named("sslscan", version), known && Versions.compare(version, SSLSCAN_WITH_ML_KEM) >= 0);
    }

    /** Up to 7.95 it offers no such group; later it shows the group of each suite alone, which rules none out (7.991). */
    static ToolSight nmap(String version) {
        return new ToolSight(named("nmap", version), false);
    }

    /** Its line about KEMs stands in the document where it asked for them (3.2 and later). */
    static ToolSight testssl(String version, boolean saysKems) {
        return new ToolSight(named("testssl.sh", version), saysKems);
    }

    private static String named(String tool, String version) {
        return version.isEmpty() ? tool : tool + " " + version;
    }
}
