package dev.shirube.material.nss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import dev.shirube.material.DerDetector;
import dev.shirube.material.DerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NssDatabaseDetectorTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    private static byte[] fixture(String name) {
        try (InputStream in = NssDatabaseDetectorTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Detection detect(byte[] bytes) {
        NssDatabaseDetector detector = new NssDatabaseDetector(REGISTRY);
        InMemoryInput input = new InMemoryInput("profile/cert9.db", bytes);
        return detector.accepts(input) ? detector.detect(input, InMemoryUnit.of()) : Detection.NOTHING;
    }

    private static List<String> subjects(Detection detection) {
        DerDetector der = new DerDetector(REGISTRY);
        List<String> subjects = new ArrayList<>();
        detection
                .derived()
                .forEach(input -> der.detect(input, InMemoryUnit.of())
                        .findings()
                        .forEach(it -> subjects.add(((CryptoAsset.Certificate) it.asset()).subject())));
        return subjects;
    }

    @Test
    void certificates_and_public_keys_of_cert9() {
        Detection detection = detect(fixture("cert9.sqlite"));

        assertThat(detection.diagnostics()).isEmpty();
        assertThat(subjects(detection))
                .contains("CN=nss-rsa", "CN=nss-ec", "CN=big", "CN=more12")
                .hasSize(15);
        assertThat(detection.derived()).extracting(it -> it.location()).contains("profile/cert9.db!rsa");
        assertThat(detection.findings())
                .extracting(it -> it.asset().algorithm().orElseThrow().identity())
                .containsExactlyInAnyOrder("rsa-key;parameter=2048", "ec-key;curve=nist/P-256");
    }

    @Test
    void private_keys_of_key4_have_the_fingerprints_of_the_public_ones() {
        List<CryptoAsset.Key> secret = keys(detect(fixture("key4.sqlite")));
        List<CryptoAsset.Key> open = keys(detect(fixture("cert9.sqlite")));

        assertThat(secret).hasSize(2).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(KeyKind.PRIVATE);
            assertThat(it.format()).isEqualTo("NSS");
        });
        assertThat(secret)
                .extracting(CryptoAsset.Key::fingerprint)
                .containsExactlyInAnyOrderElementsOf(
                        open.stream().map(CryptoAsset.Key::fingerprint).toList());
    }

    private static List<CryptoAsset.Key> keys(Detection detection) {
        return detection.findings().stream()
                .map(it -> (CryptoAsset.Key) it.asset())
                .toList();
    }

    @Test
    void a_page_that_stands_in_two_places_ends_reading() {
        byte[] bytes = fixture("cert9.sqlite");
        int looped = 0;
        for (int page = 1; page < bytes.length / 4096; page++) {
            int at = page * 4096;
            if (bytes[at] == 0x05) {
                // The right-most child of an interior page is the page itself.
                byte[] loop = bytes.clone();
                loop[at + 11] = (byte) (page + 1);
                Detection detection = detect(loop);
                looped++;
                assertThat(detection.diagnostics())
                        .singleElement()
                        .satisfies(it -> assertThat(it.arguments().toString()).contains("two places"));
            }
        }
        assertThat(looped).isPositive();
    }

    @Test
    void overflow_pages_that_make_a_circle_end_reading() throws Exception {
        byte[] bytes = fixture("cert9.sqlite");
        SqliteFile.Table table = new SqliteFile(bytes).table("nssPublic").orElseThrow();
        int found = 0;
        for (int page = 1; page < bytes.length / 4096; page++) {
            byte[] loop = bytes.clone();
            int next = page * 4096;
            if (bytes[next] == 0 && bytes[next + 1] == 0 && bytes[next + 3] != 0) {
                loop[next + 2] = (byte) ((page + 1) >> 8);
                loop[next + 3] = (byte) (page + 1);
                SqliteFile file = new SqliteFile(loop);
                assertThatThrownBy(() -> file.rows(table, values -> {})).isInstanceOf(DerException.class);
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    @Timeout(60)
    void whatever_bytes_are_changed_nothing_is_thrown() {
        Random random = new Random(11);
        for (String name : List.of("cert9.sqlite", "key4.sqlite")) {
            byte[] whole = fixture(name);
            for (int round = 0; round < 300; round++) {
                byte[] changed = round % 7 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int i = 0; i <= round % 9 && changed.length > 100; i++) {
                    int page = random.nextInt(1 + changed.length / 4096) * 4096;
                    int at = Math.min(changed.length - 1, page + random.nextInt(random.nextBoolean() ? 60 : 4096));
                    changed[at] = (byte) random.nextInt(256);
                }
                assertThat(detect(changed)).isNotNull();
            }
        }
    }

    @Test
    void no_secret_attribute_gets_out() {
        Detection detection = detect(fixture("key4.sqlite"));

        assertThat(detection.derived()).isEmpty();
    }
}
