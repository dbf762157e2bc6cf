package dev.shirube.endpoint;

import dev.shirube.endpoint.ike.IkeCourse;
import dev.shirube.endpoint.probe.TlsPlan;
import dev.shirube.endpoint.ssh.SshCourse;
import dev.shirube.engine.ConnectionCount;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;

/** How many connections, or exchanges of datagrams, it takes to look at an endpoint. */
public final class ConnectionCounts {

    /** Three types of host keys are usual, each of which is shown in a connection of its own. */
    private static final int USUAL_HOST_KEYS = 3;

    /** One answer to hybrids, and one that tells what else is accepted. */
    private static final int USUAL_DATAGRAMS = 2;

    private ConnectionCounts() {}

    /** The count for that endpoint under its plan. */
    public static ConnectionCount of(EndpointTarget target) {
        ProbePlan plan = target.plan();
        return switch (target.scheme()) {
            case TLS -> new ConnectionCount(TlsPlan.usualConnections(plan), TlsPlan.mostConnections(plan));
            case SSH ->
                plan == ProbePlan.TRIAGE
                        ? new ConnectionCount(1, 1)
                        : new ConnectionCount(USUAL_HOST_KEYS, SshCourse.MAXIMUM);
            case IKE -> new ConnectionCount(USUAL_DATAGRAMS, IkeCourse.mostConnections(plan));
        };
    }
}
