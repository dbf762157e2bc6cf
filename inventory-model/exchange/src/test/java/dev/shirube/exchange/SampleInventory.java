package dev.shirube.exchange;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Inventories that hold every kind of asset, with places that are not nice. */
public final class SampleInventory {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private SampleInventory() {}

    /** One algorithm at one place. */
    public static Finding finding(String identity, CryptoFunction function, String location, CodeContext context) {
        return finding(new CryptoAsset.AlgorithmAsset(Algorithm.Known.parse(identity)), function, location, context);
    }

    /** One asset at one place. */
    public static Finding finding(CryptoAsset asset, CryptoFunction function, String location, CodeContext context) {
        return new Finding(
                asset,
                new Occurrence(
                        location,
                        OptionalInt.of(42),
                        OptionalInt.of(17),
                        "com.acme.Signer#sign([B)[B",
                        "java.security.Signature#getInstance",
                        0,
                        EvidenceKind.BYTECODE,
                        context),
                function,
                Category.SIGNATURE,
                Confidence.LIKELY,
                new Evidence(
                        "bytecode",
                        "1",
                        "java.security.Signature#getInstance",
                        List.of("SHA256withRSA", "a;b=c,d%20"),
                        "prefix + \"; function=verify\"",
                        Resolution.PARTIAL,
                        "entry-param",
                        2,
                        HASH));
    }

    /** An algorithm in code of that owner, so reached. */
    public static Finding reached(CodeOwner owner, Reach reach) {
        Finding finding = finding(
                "rsa-key",
                CryptoFunction.SIGN,
                "app.jar!/" + owner.id() + "/" + reach.id() + ".class",
                CodeContext.MAIN);
        return finding.withOccurrence(finding.occurrence().withReach(owner, reach));
    }

    /** A certificate with a P-256 key, signed by RSA. */
    public static CryptoAsset.Certificate certificate(Instant notAfter) {
        return new CryptoAsset.Certificate(
                HASH,
                "CN=server.example,O=市役所",
                "CN=Example CA",
                "0a1b2c3d",
                Instant.parse("2026-01-01T00:00:00Z"),
                notAfter,
                Algorithm.Known.parse("ec-key;curve=nist/P-256"),
                Algorithm.Known.parse("rsassa-pkcs1v15;digest=SHA-256"),
                "ab".repeat(32),
                List.of("digitalSignature", "keyCertSign"),
                true);
    }

    /** A private key that could be read, or one that stayed locked. */
    public static CryptoAsset.Key key(boolean locked) {
        return new CryptoAsset.Key(
                CryptoAsset.KeyKind.PRIVATE,
                locked ? new Algorithm.Unresolved("encrypted-pkcs8") : Algorithm.Known.parse("rsa-key;parameter=2048"),
                locked ? Optional.empty() : Optional.of(HASH),
                locked ? Optional.of(HASH) : Optional.empty(),
                locked ? OptionalInt.empty() : OptionalInt.of(2048),
                "PKCS#8");
    }

    /** A TLS offer with a hybrid and a classical group. */
    public static CryptoAsset.Protocol tls() {
        return new CryptoAsset.Protocol(
                "tls",
                Optional.of("1.3"),
                List.of("TLS_AES_128_GCM_SHA256", "TLS_NO_SUCH_SUITE"),
                List.of("X25519MLKEM768", "x25519"),
                List.of("ecdsa_secp256r1_sha256"));
    }

    /** Everything. */
    public static Inventory everything() {
        List<Finding> findings = new ArrayList<>(List.of(
                finding(
                        "rsassa-pkcs1v15;digest=SHA-256",
                        CryptoFunction.SIGN,
                        "app.jar!/com/acme/Signer.class",
                        CodeContext.MAIN),
                finding(
                        "rsassa-pkcs1v15;digest=SHA-256",
                        CryptoFunction.VERIFY,
                        "app.jar!/com/acme/Checker.class",
                        CodeContext.MAIN),
                finding(
                        "rsassa-pkcs1v15;digest=SHA-256",
                        CryptoFunction.SIGN,
                        "src/test/java/T.java",
                        CodeContext.TEST),
                finding(
                        certificate(Instant.parse("2027-01-01T00:00:00Z")),
                        CryptoFunction.CERTIFICATE,
                        "a.pem",
                        CodeContext.MAIN),
                finding(key(false), CryptoFunction.KEY_LOAD, "a.key", CodeContext.MAIN),
                finding(key(true), CryptoFunction.KEY_LOAD, "b.key", CodeContext.MAIN),
                reached(CodeOwner.OWN, Reach.ENTRY),
                reached(CodeOwner.OWN, Reach.UNKNOWN),
                reached(CodeOwner.THIRD_PARTY, Reach.REACHED),
                reached(CodeOwner.THIRD_PARTY, Reach.NOT_REACHED),
                finding(tls(), CryptoFunction.TLS, "tls://host:443", CodeContext.MAIN),
                finding(ssh(), CryptoFunction.SSH, "ssh://host:22", CodeContext.MAIN),
                finding(bare("dtls", "1.2"), CryptoFunction.TLS, "dtls.conf", CodeContext.MAIN),
                finding(groupsOnly(), CryptoFunction.TLS, "nginx.conf", CodeContext.MAIN),
                finding(library(), CryptoFunction.OTHER, "pom.xml", CodeContext.MAIN),
                finding(libraryOfUnknownVersion(), CryptoFunction.OTHER, "build.gradle", CodeContext.MAIN),
                finding(unresolved(), CryptoFunction.SIGN, "hostile\uD800\u0000\n名前.class", CodeContext.MAIN)));
        AlgorithmRegistry.standard()
                .entries()
                .forEach(entry -> findings.add(
                        finding(entry.id(), CryptoFunction.KEYGEN, "all/" + entry.id(), CodeContext.MAIN)));
        return inventory(findings);
    }

    private static CryptoAsset ssh() {
        return new CryptoAsset.Protocol(
                "ssh",
                Optional.of("2.0"),
                List.of(),
                List.of("mlkem768x25519-sha256", "curve25519-sha256"),
                List.of("ssh-ed25519"));
    }

    private static CryptoAsset bare(String protocol, String version) {
        return new CryptoAsset.Protocol(protocol, Optional.of(version), List.of(), List.of(), List.of());
    }

    private static CryptoAsset groupsOnly() {
        return new CryptoAsset.Protocol("tls", Optional.empty(), List.of(), List.of("prime256v1"), List.of());
    }

    private static CryptoAsset library() {
        String purl = "pkg:maven/org.bouncycastle/bcprov-jdk18on@1.84";
        return new CryptoAsset.Library(purl, "bcprov-jdk18on", "1.84");
    }

    private static CryptoAsset libraryOfUnknownVersion() {
        return new CryptoAsset.Library("pkg:maven/org.bouncycastle/bctls-jdk18on", "bctls-jdk18on", "");
    }

    private static CryptoAsset unresolved() {
        return new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("java.security.Signature#getInstance"));
    }

    /** Those findings in system {@code juki}, with coverage and a diagnostic. */
    public static Inventory inventory(List<Finding> findings) {
        Coverage coverage = new Coverage(Map.of(
                new Coverage.Key(".", "bytecode", Coverage.Outcome.READ), new Coverage.Amount(3, 300),
                new Coverage.Key("app.jar", "bytecode", Coverage.Outcome.READ), new Coverage.Amount(4, 400),
                new Coverage.Key(".", "-", Coverage.Outcome.NOT_READ), new Coverage.Amount(7, 700)));
        List<AssignedDiagnostic> diagnostics = List.of(new AssignedDiagnostic(
                "juki", Diagnostic.of(DiagnosticCode.MALFORMED, "broken.jar", "ZIP", "ends early")));
        return new Inventory(
                new TreeMap<>(),
                findings.stream().map(it -> new AssignedFinding("juki", it)).toList(),
                diagnostics,
                new TreeMap<>(Map.of("juki", coverage)));
    }

    /** Two endpoints, one of them asked by two plans, with texts that formats like to change. */
    public static Inventory endpoints() {
        EndpointProfile triage = new EndpointProfile(
                "tls://www.example.jp:443?sni=a.example&starttls=smtp",
                "triage",
                List.of(
                        new ObservedFact("version/TLS 1.3", ObservedFact.State.SUPPORTED, "", "wide"),
                        new ObservedFact(
                                EndpointProfile.PQC_SUPPORTED,
                                ObservedFact.State.NOT_SUPPORTED,
                                "alert 40; \"x\"=1,2% 拒否",
                                "pqc-groups"),
                        new ObservedFact(EndpointProfile.PQC_PREFERRED, ObservedFact.State.UNKNOWN, "not asked", "")));
        EndpointProfile full = new EndpointProfile(triage.location(), "full", List.of());
        EndpointProfile other = new EndpointProfile("ssh://[fe80::1%eth0]:22", "triage", List.of());
        return new Inventory(
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                List.of(
                        new AssignedEndpoint("hp", triage),
                        new AssignedEndpoint("hp", full),
                        new AssignedEndpoint("juki", other)));
    }
}
