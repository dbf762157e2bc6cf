package dev.shirube.endpoint;

import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records a transcript anew, for the resources of these tests: {@code FILE PLAN PROFILE}, or {@code FILE PLAN PORT} of a
 * server that runs on 127.0.0.1 already.
 */
final class Record {
    private Record() {}

    public static void main(String[] args) throws Exception {
        ProbePlan plan = ProbePlan.valueOf(args[1]);
        Triage triage;
        if (args[2].chars().allMatch(Character::isDigit)) {
            triage = Triage.of(Integer.parseInt(args[2]), Budgets.LOOPBACK, plan);
        } else {
            try (LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.valueOf(args[2]))) {
                triage = Triage.of(server.port(), Budgets.LOOPBACK, plan);
            }
        }
        Files.write(Path.of(args[0]), triage.transcript().bytes());
        System.out.println(triage.probes());
        triage.detection().diagnostics().forEach(System.out::println);
        triage.profile().facts().forEach(System.out::println);
        triage.detection()
                .findings()
                .forEach(it ->
                        System.out.println(it.asset().id() + " " + it.evidence().values()));
        System.out.println(triage.derivedLocations());
    }
}
