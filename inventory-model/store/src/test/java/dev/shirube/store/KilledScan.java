package dev.shirube.store;

import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A process that scans until it is killed: says each unit on its output as soon as the store has taken it. */
final class KilledScan {

    static final int UNITS = 4000;
    static final int FINDINGS = 7;

    private KilledScan() {}

    static ScanResult unit(int number) {
        return Samples.plain(
                "u" + number,
                IntStream.range(0, FINDINGS)
                        .mapToObj(i -> Samples.rsa("u" + number + "!/f" + i, i + 1))
                        .toArray(Finding[]::new));
    }

    /** Arguments: the store's file; a system and how many units, where they matter. */
    public static void main(String[] arguments) {
        String system = arguments.length > 1 ? arguments[1] : "s";
        int units = arguments.length > 2 ? Integer.parseInt(arguments[2]) : UNITS;
        try (Store store = Store.open(arguments[0])) {
            ScanSession session = store.begin(system, List.of("t"), LocalDate.EPOCH, "1");
            for (int i = 0; i < units; i++) {
                session.accept(unit(i));
                System.out.println(i);
                System.out.flush();
            }
            session.complete();
        }
    }
}
