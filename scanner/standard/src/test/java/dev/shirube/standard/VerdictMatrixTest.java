package dev.shirube.standard;

import dev.shirube.standard.peer.Counterparts;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The golden matrix of verdicts on the servers of this machine's Debian packages, of Node and of this process. */
@Tag("slow")
class VerdictMatrixTest {

    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> everyVerdictOnEveryCounterpartIsRight() {
        return VerdictMatrix.tests("verdict-matrix.txt", Counterparts.ofThisMachine());
    }
}
