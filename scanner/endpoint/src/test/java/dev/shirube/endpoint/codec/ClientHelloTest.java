package dev.shirube.endpoint.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientHelloTest {
    private static final ClientOffer OFFER = new ClientOffer(
            List.of(Tls.TLS13, Tls.TLS12),
            List.of(0x1301, 0xC02F),
            List.of(0x11EC, 0x001D),
            List.of(0x0905, 0x0804),
            List.of(),
            Optional.of("www.example.jp"));

    @Test
    void readsBackWhatItWrote() throws TlsFormatException {
        byte[] share = {1, 2, 3};
        ClientOffer read = ClientHelloReader.read(
                ClientHelloWriter.write(OFFER.withShares(List.of(new KeyShareEntry(0x001D, share))), entropy()));
        assertThat(read.withShares(List.of())).isEqualTo(OFFER);
        assertThat(read.shares()).hasSize(1);
        assertThat(read.shares().get(0).group()).isEqualTo(0x001D);
        assertThat(read.shares().get(0).keyExchange()).isEqualTo(share);
    }

    @Test
    void offersOlderVersionsByItsOwnVersionAlone() throws TlsFormatException {
        ClientOffer old = new ClientOffer(
                List.of(Tls.TLS12, Tls.TLS11, Tls.TLS10, Tls.SSL30),
                List.of(0xC02F),
                List.of(0x0017),
                List.of(0x0401),
                List.of(),
                Optional.empty());
        byte[] record = ClientHelloWriter.write(old, entropy());
        assertThat(ClientHelloReader.read(record)).isEqualTo(old);
        assertThat(record[9] << 8 | record[10]).as("client_version").isEqualTo(Tls.TLS12);
        assertThat(record[43]).as("length of the session id").isZero();
    }

    @Test
    void offersApplicationProtocols() throws TlsFormatException {
        ClientOffer web = OFFER.withAlpn(List.of("h2", "http/1.1"));
        assertThat(ClientHelloReader.read(ClientHelloWriter.write(web, entropy())))
                .isEqualTo(web);
    }

    /** Servers of SSL 3.0 alone may not bear what came after it. */
    @Test
    void sendsNoExtensionInAHelloOfSsl3() throws TlsFormatException {
        ClientOffer ssl3 =
                new ClientOffer(List.of(Tls.SSL30), List.of(0x002F), List.of(), List.of(), List.of(), Optional.empty());
        byte[] record = ClientHelloWriter.write(ssl3, entropy());
        assertThat(record)
                .as("header, version, random, no session, a suite, no compression")
                .hasSize(9 + 2 + 32 + 1 + 4 + 2);
        assertThat(record[2]).as("version of the record").isZero();
        assertThat(ClientHelloReader.read(record)).isEqualTo(ssl3);
    }

    @Test
    void sendsNoNameWhereNoneIsGiven() throws TlsFormatException {
        ClientOffer nameless = new ClientOffer(
                OFFER.versions(), OFFER.suites(), OFFER.groups(), OFFER.schemes(), List.of(), Optional.empty());
        byte[] record = ClientHelloWriter.write(nameless, entropy());
        assertThat(ClientHelloReader.read(record).serverName()).isEmpty();
        assertThat(record.length)
                .isEqualTo(ClientHelloWriter.write(OFFER, entropy()).length - 9 - "www.example.jp".length());
    }

    @Test
    void takesOnlyTheEntropyItNeeds() {
        assertThatThrownBy(() -> ClientHelloWriter.write(OFFER, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    @Test
    void refusesEveryTruncation() {
        byte[] record = ClientHelloWriter.write(OFFER, entropy());
        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> ClientHelloReader.read(cut)).isInstanceOf(TlsFormatException.class);
        }
    }

    private static byte[] entropy() {
        byte[] entropy = new byte[ClientHelloWriter.ENTROPY];
        Arrays.fill(entropy, (byte) 0x5A);
        return entropy;
    }
}
