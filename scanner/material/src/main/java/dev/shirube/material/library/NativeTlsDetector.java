package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks into the native part of TLS libraries for the names of hybrid groups: what is compiled in decides, whatever the
 * version of the Java part around it.
 *
 * <p>A name that is there is known to the library; whether it is offered by default is decided elsewhere. Which library it
 * is, is known by the name of the file.
 */
public final class NativeTlsDetector implements Detector {

    private static final Pattern NATIVE = Pattern.compile(".*\\.(?:so(?:\\.[0-9.]{1,20})?|dll|dylib|jnilib)");

    /** In every BoringSSL, OpenSSL and AWS-LC there is; without it, the file is no TLS library. */
    private static final String ANY_GROUP = "X25519";

    /** IANA names of the groups, and those of the drafts that were replaced. */
    private static final List<String> HYBRIDS =
            List.of("X25519MLKEM768", "SecP256r1MLKEM768", "SecP384r1MLKEM1024", "X25519Kyber768Draft00");

    private static final String OPENSSL = "openssl";
    private static final int MAX_BYTES = 128 << 20;

    /** How the file is named, and the library that it is then. */
    private record Kind(Pattern name, String id, String purl) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Pattern.compile(".*netty_tcnative.*"),
                    "netty-tcnative",
                    "pkg:maven/io.netty/netty-tcnative-boringssl-static"),
            new Kind(Pattern.compile(".*conscrypt.*"), "conscrypt", "pkg:generic/conscrypt"),
            new Kind(Pattern.compile("lib(?:ssl|crypto)[.-].*"), OPENSSL, "pkg:generic/openssl"));

    private final Artefacts artefacts;
    private final NamedLibraries named;

    /** A detector of the libraries of that table. */
    public NativeTlsDetector(LibraryReadiness readiness) {
        artefacts = new Artefacts(readiness);
        named = new NamedLibraries(artefacts, new ManifestReader(artefacts));
    }

    @Override
    public String id() {
        return "native-tls";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(ANY_GROUP));
    }

    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return kind(input).isPresent();
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> {
            Seen seen = seen(input, kind(input).orElseThrow(), bytes, unit);
            return Detection.of(
                    List.of(new LibraryClaims(id(), version(), input.location()).of(seen, EvidenceKind.BYTECODE)));
        });
    }

    private static Optional<Kind> kind(ScanInput input) {
        String name = input.name();
        return !name.endsWith(".class") && NATIVE.matcher(name).matches()
                ? KINDS.stream().filter(it -> it.name().matcher(name).matches()).findFirst()
                : Optional.empty();
    }

    /** The library, with the version that a manifest of the same archive tells of it, or OpenSSL of itself. */
    private Seen seen(ScanInput input, Kind kind, byte[] bytes, ScanUnit unit) {
        Optional<Seen> manifest = unit.index(named).versioned(kind.id());
        NativeText text = new NativeText(bytes);
        String built = kind.id().equals(OPENSSL) ? text.openSslVersion() : "";
        List<String> values = new ArrayList<>();
        for (String group : HYBRIDS) {
            values.add(group + ": " + (text.contains(group) ? "yes" : "no"));
        }
        return new Seen(
                manifest.map(Seen::artefact).orElseGet(() -> artefacts.byId(kind.id(), kind.purl())),
                manifest.map(Seen::version).orElse(built),
                0,
                input.name(),
                "group-names",
                values,
                Confidence.LIKELY,
                CodeContext.of(input.location()));
    }
}
