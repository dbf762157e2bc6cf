package dev.shirube.endpoint;

import dev.shirube.endpoint.TlsFuzz.Reader;
import dev.shirube.endpoint.transcript.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the recorded answers as files for a fuzzer to begin with. */
final class TlsFuzzSeeds {
    private TlsFuzzSeeds() {}

    /** Into that folder. */
    public static void main(String[] args) throws IOException {
        for (Reader reader : Reader.values()) {
            List<byte[]> seeds = of(reader);
            for (int i = 0; i < seeds.size(); i++) {
                Files.write(Path.of(args[0], reader.name().toLowerCase(Locale.ROOT) + "-" + i), seeds.get(i));
            }
        }
    }

    /** The inputs for that reader. */
    static List<byte[]> of(Reader reader) {
        List<byte[]> seeds = new ArrayList<>();
        List<Exchange> exchanges = TlsFuzz.exchanges();
        switch (reader) {
            case FLIGHT -> {
                for (int i = 0; i < exchanges.size(); i++) {
                    seeds.add(TlsFuzz.input(reader, i, 16, exchanges.get(i).received()));
                }
            }
            case CLIENT_HELLO -> exchanges.forEach(it -> seeds.add(TlsFuzz.input(reader, 0, 0, it.sent())));
            case TRANSCRIPT -> {
                for (String name : List.of("hybrid", "openssl-tls12-rsa", "full-openssl-legacy")) {
                    seeds.add(TlsFuzz.input(reader, 0, 0, Recorded.bytes(name)));
                }
            }
            case SSL2 -> {
                seeds.add(TlsFuzz.input(reader, 0, 5, Ssl2Bytes.serverHello()));
                seeds.add(TlsFuzz.input(reader, 0, 5, Ssl2Bytes.error(1)));
            }
            case COURSE -> {
                for (int plan = 0; plan < 3; plan++) {
                    seeds.add(TlsFuzz.input(reader, plan, 0, answers("full-openssl-tls12-rsa")));
                    seeds.add(TlsFuzz.input(reader, plan, 0, answers("full-nginx-hybrid")));
                }
            }
        }
        return seeds;
    }

    private static byte[] answers(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Exchange exchange : Recorded.transcript(name).exchanges()) {
            byte[] received = exchange.received();
            out.write(received.length >> 8);
            out.write(received.length);
            out.writeBytes(received);
        }
        return out.toByteArray();
    }
}
