package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CertificateChains.Ground;
import dev.shirube.domain.CertificateChains.Issuer;
import dev.shirube.domain.CertificateChains.SharedKey;
import dev.shirube.domain.CertificateChains.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CertificateChainsTest {

    private final List<AssignedFinding> findings = new ArrayList<>();

    private CryptoAsset.Certificate certificate(
            String digest, String subject, String issuer, String key, boolean authority, KeyIdentifiers said) {
        CryptoAsset.Certificate certificate = new CryptoAsset.Certificate(
                digest.repeat(32),
                subject,
                issuer,
                "01",
                Instant.EPOCH,
                Instant.MAX,
                Algorithm.Known.of("rsa-key"),
                Algorithm.Known.of("rsassa-pkcs1v15"),
                key.repeat(32),
                List.of(authority ? "keyCertSign" : "digitalSignature"),
                authority);
        add(certificate, CryptoFunction.CERTIFICATE, said.values());
        return certificate;
    }

    private void add(CryptoAsset asset, CryptoFunction function, List<String> values) {
        findings.add(new AssignedFinding(
                "s",
                new Finding(
                        asset,
                        new Occurrence(
                                "f" + findings.size(),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                "",
                                "X.509",
                                0,
                                EvidenceKind.MATERIAL,
                                CodeContext.MAIN),
                        function,
                        Category.PUBLIC_KEY,
                        Confidence.CERTAIN,
                        Evidence.direct("der", "1", "x", values))));
    }

    private static KeyIdentifiers said(String subject, String authority) {
        return new KeyIdentifiers(
                Optional.of(subject).filter(it -> !it.isEmpty()),
                Optional.of(authority).filter(it -> !it.isEmpty()),
                Optional.empty());
    }

    private CertificateChains chains() {
        Collections.reverse(findings);
        return CertificateChains.of(new Inventory(new TreeMap<>(), findings, List.of(), Collections.emptySortedMap()));
    }

    @Test
    void three_levels() {
        KeyIdentifiers own = new KeyIdentifiers(Optional.of("aa"), Optional.of("aa"), Optional.of(true));
        CryptoAsset.Certificate root = certificate("a1", "CN=Root", "CN=Root", "01", true, own);
        CryptoAsset.Certificate middle = certificate("b1", "CN=Middle", "CN=Root", "02", true, said("bb", "aa"));
        CryptoAsset.Certificate leaf = certificate("c1", "CN=leaf", "CN=Middle", "03", false, said("", "bb"));
        CryptoAsset.Certificate lost = certificate("d1", "CN=x", "CN=Other", "04", false, said("", ""));

        CertificateChains chains = chains();

        assertThat(chains.path(leaf)).containsExactly(leaf, middle, root);
        assertThat(chains.issuers(leaf)).containsExactly(new Issuer(middle, Ground.KEY_IDENTIFIER));
        assertThat(chains.standing(root)).isEqualTo(Standing.ROOT);
        assertThat(chains.standing(middle)).isEqualTo(Standing.ISSUED);
        assertThat(chains.standing(lost)).isEqualTo(Standing.ISSUER_NOT_FOUND);
        assertThat(chains.sharedKeys()).isEmpty();
        assertThat(chains.certificates()).containsExactly(root, middle, leaf, lost);
    }

    @Test
    void a_cross_signed_root_has_an_issuer_and_its_twin_is_a_root() {
        CryptoAsset.Certificate root = certificate("a1", "CN=New", "CN=New", "01", true, said("aa", "aa"));
        CryptoAsset.Certificate cross = certificate("b1", "CN=New", "CN=Old", "01", true, said("aa", "cc"));
        CryptoAsset.Certificate old = certificate("c1", "CN=Old", "CN=Old", "02", true, said("cc", ""));
        CryptoAsset.Certificate leaf = certificate("d1", "CN=leaf", "CN=New", "03", false, said("", "aa"));

        CertificateChains chains = chains();

        assertThat(chains.issuers(leaf)).extracting(Issuer::certificate).containsExactly(root, cross);
        assertThat(chains.issuers(cross)).extracting(Issuer::certificate).containsExactly(old);
        assertThat(chains.issuers(root)).isEmpty();
        assertThat(chains.standing(root)).isEqualTo(Standing.ROOT_BY_NAME);
        assertThat(chains.sharedKeys())
                .containsExactly(new SharedKey("01".repeat(32), List.of(root, cross), List.of()));
    }

    @Test
    void two_that_signed_each_other_do_not_make_a_circle() {
        CryptoAsset.Certificate one = certificate("a1", "CN=A", "CN=B", "01", true, said("", ""));
        CryptoAsset.Certificate two = certificate("b1", "CN=B", "CN=A", "02", true, said("", ""));

        assertThat(chains().path(one)).containsExactly(one, two);
        assertThat(chains().issuers(two)).containsExactly(new Issuer(one, Ground.NAME));
    }

    @Test
    void a_name_alone_does_not_make_an_issuer() {
        certificate("a1", "CN=Root", "CN=Root", "01", true, said("aa", ""));
        certificate("a2", "CN=Root", "CN=Root", "05", false, said("", ""));
        CryptoAsset.Certificate leaf = certificate("c1", "CN=leaf", "CN=Root", "03", false, said("", "ff"));

        assertThat(chains().standing(leaf)).isEqualTo(Standing.ISSUER_NOT_FOUND);
    }

    @Test
    void a_certificate_in_its_own_name_with_another_ones_signature_is_no_root() {
        CryptoAsset.Certificate rolled = certificate("a1", "CN=Root", "CN=Root", "01", true, said("aa", "bb"));
        CryptoAsset.Certificate forged = certificate(
                "b1",
                "CN=X",
                "CN=X",
                "02",
                true,
                new KeyIdentifiers(Optional.empty(), Optional.empty(), Optional.of(false)));

        assertThat(chains().standing(rolled)).isEqualTo(Standing.ISSUER_NOT_FOUND);
        assertThat(chains().standing(forged)).isEqualTo(Standing.ISSUER_NOT_FOUND);
    }

    @Test
    void a_key_beside_its_certificate_is_shared_with_it() {
        CryptoAsset.Certificate leaf = certificate("c1", "CN=leaf", "CN=Root", "03", false, said("", ""));
        CryptoAsset.Key key = new CryptoAsset.Key(
                CryptoAsset.KeyKind.PRIVATE,
                Algorithm.Known.of("rsa-key"),
                Optional.of("03".repeat(32)),
                Optional.empty(),
                OptionalInt.empty(),
                "PKCS#8");
        add(key, CryptoFunction.STORE, List.of());

        assertThat(chains().sharedKeys()).containsExactly(new SharedKey("03".repeat(32), List.of(leaf), List.of(key)));
    }

    @Test
    void what_the_values_carry_comes_back() {
        KeyIdentifiers all = new KeyIdentifiers(Optional.of("aa"), Optional.of("bb"), Optional.of(false));

        assertThat(KeyIdentifiers.of(all.values())).isEqualTo(all);
        assertThat(KeyIdentifiers.of(List.of("1.2.840.113549.1.1.1"))).isEqualTo(KeyIdentifiers.NONE);
    }
}
