package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.engine.ScanTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose certificate is none: what was negotiated is told, and of the certificate only that it cannot be read. */
@Timeout(60)
class BrokenChainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30",
                "3000",
                "3084ffffffff",
                "30820400",
                "30800000",
                "0500",
                "a0a0a0a0",
                "3003020101",
                "00000000"
            })
    void tellsThatItCannotBeRead(String certificate) throws Exception {
        unreadable(HexFormat.of().parseHex(certificate));
    }

    @Test
    void readsNoDeeperThanItMust() throws Exception {
        byte[] deep = new byte[60_000];
        for (int i = 0; i < deep.length; i += 4) {
            int rest = deep.length - i - 4;
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x82;
            deep[i + 2] = (byte) (rest >> 8);
            deep[i + 3] = (byte) rest;
        }
        unreadable(deep);
        byte[] endless = new byte[60_000];
        Arrays.fill(endless, (byte) 0x30);
        for (int i = 1; i < endless.length; i += 2) {
            endless[i] = (byte) 0x80;
        }
        unreadable(endless);
    }

    private static void unreadable(byte[] certificate) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 9, InetAddress.getByName("127.0.0.1"))) {
            Thread server = new Thread(() -> serve(listener, flight(certificate)));
            server.setDaemon(true);
            server.start();
            Scanned scanned = Scanned.of(
                    new ScanTarget.EndpointTarget(
                            ScanTarget.Scheme.TLS,
                            "127.0.0.1",
                            listener.getLocalPort(),
                            Optional.empty(),
                            Optional.empty(),
                            ScanTarget.ProbePlan.TRIAGE),
                    Scanned.CONTEXT);
            assertThat(scanned.results()).hasSize(1);
            assertThat(scanned.findings("endpoint-tls")).isNotEmpty();
            assertThat(scanned.findings())
                    .extracting(Finding::asset)
                    .noneMatch(it -> it instanceof CryptoAsset.Certificate);
            assertThat(scanned.diagnostics())
                    .as("what the chain was, and no fault of ours")
                    .anyMatch(it -> it.location().endsWith("!chain/0"))
                    .noneMatch(it -> it.code().name().endsWith("FAILED"));
            assertThat(scanned.results().get(0).coverage().inputs("der", Outcome.FAILED))
                    .isOne();
        }
    }

    private static void serve(ServerSocket listener, byte[] flight) {
        while (true) {
            try (Socket socket = listener.accept()) {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(flight);
                socket.getInputStream().read();
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    /** TLS 1.2, ECDHE_RSA on P-256, and that certificate. */
    private static byte[] flight(byte[] certificate) {
        byte[] hello = join(new byte[] {3, 3}, new byte[33], new byte[] {(byte) 0xC0, 0x2F, 0});
        byte[] share =
                join(new byte[] {3, 0, 0x17}, vector(1, new byte[65]), new byte[] {4, 1}, vector(2, new byte[70]));
        return join(
                records(message(2, hello)),
                records(message(11, vector(3, vector(3, certificate)))),
                records(message(12, share)),
                records(message(14, new byte[0])));
    }

    private static byte[] message(int type, byte[] body) {
        return join(new byte[] {(byte) type}, vector(3, body));
    }

    private static byte[] records(byte[] message) {
        byte[] all = {};
        for (int from = 0; from < message.length; from += 1 << 14) {
            byte[] part = Arrays.copyOfRange(message, from, Math.min(message.length, from + (1 << 14)));
            all = join(all, new byte[] {22, 3, 3}, vector(2, part));
        }
        return all;
    }

    private static byte[] vector(int lengthBytes, byte[] body) {
        byte[] length = new byte[lengthBytes];
        for (int i = 0; i < lengthBytes; i++) {
            length[i] = (byte) (body.length >> 8 * (lengthBytes - 1 - i));
        }
        return join(length, body);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
