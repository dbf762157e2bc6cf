package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Registers in every encoding, and changes of them: bytes replaced, cut out and put in twice. */
@Timeout(120)
class RowFuzzTest {
    private static final int CHANGES = 700;

    private static final String REGISTER = "台帳,,,,,\r\n"
            + "システムID,情報システム名,影響度,保護期間(年),署名の信頼期間(末日),次期更改年度,接続先,棚,備考\r\n"
            + "juki,住民記録,３,3年6か月,令和17年3月31日,R11,zeimu、なし,A-1,\"改行\nと,\"\"引用\"\"\"\r\n"
            + "zeimu,税務,2,0.5,46113,平成31年度,なし,'=1+1,'-\r\n";

    @Test
    void noChangeOfARegisterBreaksTheReaders() {
        Random random = new Random(2035);
        List<byte[]> seeds = List.of(
                REGISTER.getBytes(StandardCharsets.UTF_8),
                REGISTER.getBytes(Charset.forName("windows-31j")),
                ("\uFEFF" + REGISTER.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));
        for (byte[] seed : seeds) {
            RowFuzz.fuzzerTestOneInput(seed);
            for (int i = 0; i < CHANGES; i++) {
                byte[] changed = changed(seed, random);
                assertThatCode(() -> RowFuzz.fuzzerTestOneInput(changed))
                        .as(() -> Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 4; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(8), bytes.length - at);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) ",\t;\"\n\r0/年".charAt(random.nextInt(9));
                case 2 -> bytes = joined(bytes, 0, at, bytes, at + length);
                default -> bytes = joined(bytes, 0, at + length, bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] tail, int rest) {
        byte[] all = new byte[to - from + tail.length - rest];
        System.arraycopy(head, from, all, 0, to - from);
        System.arraycopy(tail, rest, all, to - from, tail.length - rest);
        return all;
    }
}
