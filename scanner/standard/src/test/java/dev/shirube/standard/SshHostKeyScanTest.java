package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetReader;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A host key that a server showed is decoded where every other key is: the endpoint's detector knows nothing of keys. */
class SshHostKeyScanTest {
    private static final Path TRANSCRIPT =
            Path.of("../endpoint/src/test/resources/dev/shirube/endpoint/ssh/openssh-9.2.transcript");

    private record Recording(String location, byte[] bytes) implements ScanInput {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean recorded() {
            return true;
        }
    }

    @Test
    void hostKeysBecomeKeysWithTheirRealSize() throws Exception {
        Recording recording = new Recording("ssh://www.example.jp:22", Files.readAllBytes(TRANSCRIPT));
        ScanContext context = ScanContext.standard(LocalDate.EPOCH);
        TargetReader reader = new TargetReader() {
            @Override
            public boolean reads(ScanTarget target) {
                return true;
            }

            @Override
            public void read(ScanTarget target, ScanContext it, ScanJournal journal, UnitConsumer units) {
                units.accept(InMemoryUnit.of(recording).under(it));
            }
        };
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(reader), StandardScanner::detectors)
                .scan(new DirectoryTarget(Path.of("memory")), context, sink);
        ScanResult result = sink.results().get(0);
        TreeSet<String> keys = new TreeSet<>();
        result.findings().forEach(it -> {
            if (it.asset() instanceof CryptoAsset.Key key) {
                keys.add(it.occurrence().location().replaceFirst(".*!", "") + " "
                        + key.size().orElse(0));
            }
        });
        assertThat(keys)
                .containsExactly("hostkey/ecdsa-sha2-nistp384 384", "hostkey/ssh-ed25519 256", "hostkey/ssh-rsa 3072");
        assertThat(result.endpoints()).hasSize(1);
        assertThat(result.diagnostics()).isEmpty();
    }
}
