package dev.shirube.standard;

import dev.shirube.bytecode.BytecodeDetector;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.endpoint.ConnectionCounts;
import dev.shirube.endpoint.EndpointReader;
import dev.shirube.endpoint.TlsTranscriptDetector;
import dev.shirube.endpoint.ike.IkeTranscriptDetector;
import dev.shirube.endpoint.ssh.SshTranscriptDetector;
import dev.shirube.engine.ConnectionCount;
import dev.shirube.engine.Detector;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ImportReader;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetReader;
import dev.shirube.material.DerDetector;
import dev.shirube.material.KeystoreDetector;
import dev.shirube.material.PemDetector;
import dev.shirube.material.SshKeyDetector;
import dev.shirube.material.dependency.DependencyDetector;
import dev.shirube.material.fingerprint.FingerprintTable;
import dev.shirube.material.jose.JwkDetector;
import dev.shirube.material.jose.JwtDetector;
import dev.shirube.material.library.LibraryDetector;
import dev.shirube.material.library.NativeTlsDetector;
import dev.shirube.material.library.ShadedLibraryDetector;
import dev.shirube.material.nss.NssDatabaseDetector;
import dev.shirube.material.openpgp.AgentKeyDetector;
import dev.shirube.material.openpgp.ArmourDetector;
import dev.shirube.material.openpgp.OpenPgpDetector;
import dev.shirube.material.settings.SettingsDetector;
import dev.shirube.material.signed.PdfSignatureDetector;
import dev.shirube.material.signed.XmlSignatureDetector;
import dev.shirube.material.ssh.ModuliDetector;
import dev.shirube.material.ssh.PuttyKeyDetector;
import dev.shirube.material.ssh.Ssh2KeyDetector;
import dev.shirube.material.textkey.AgeDetector;
import dev.shirube.material.textkey.DnsDetector;
import dev.shirube.material.textkey.KeyReferenceDetector;
import dev.shirube.material.textkey.MinisignDetector;
import dev.shirube.material.textkey.SigstoreKeyDetector;
import dev.shirube.material.textkey.WireGuardDetector;
import dev.shirube.material.textkey.WireGuardKeyFileDetector;
import dev.shirube.repository.GitReader;
import dev.shirube.source.SourceDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The scanner that every command uses.
 *
 * <p>Adding a detector of ours is one line here. Detectors of others are found by {@link ServiceLoader} and stand behind
 * ours.
 */
public final class StandardScanner {

    private StandardScanner() {}

    /** How many connections it takes to look at that endpoint. */
    public static ConnectionCount connections(EndpointTarget target) {
        return ConnectionCounts.of(target);
    }

    /** A scanner with every reader and detector. */
    public static Scanner create() {
        return new Scanner(readers(), StandardScanner::detectors);
    }

    /** What brings bytes. */
    public static List<TargetReader> readers() {
        return List.of(new DirectoryReader(), new ImportReader(), new GitReader(), new EndpointReader());
    }

    /** What brings meaning. */
    public static List<Detector> detectors() {
        AlgorithmRegistry names = AlgorithmRegistry.standard();
        Catalogue catalogue = Catalogue.standard();
        List<Detector> detectors = new ArrayList<>(List.of(
                new BytecodeDetector(catalogue, names),
                new SourceDetector(catalogue, names),
                new PemDetector(names),
                new DerDetector(names),
                new KeystoreDetector(names),
                new SshKeyDetector(names),
                new NssDatabaseDetector(names),
                new XmlSignatureDetector(names),
                new PdfSignatureDetector(names),
                new ArmourDetector(),
                new OpenPgpDetector(names),
                new AgentKeyDetector(names),
                new PuttyKeyDetector(names),
                new Ssh2KeyDetector(names),
                new ModuliDetector(names),
                new JwkDetector(names),
                new JwtDetector(names),
                new AgeDetector(names),
                new WireGuardDetector(names),
                new WireGuardKeyFileDetector(names),
                new MinisignDetector(names),
                new DnsDetector(names),
                new KeyReferenceDetector(names),
                new SigstoreKeyDetector(names),
                new SettingsDetector(names),
                new LibraryDetector(LibraryReadiness.standard()),
                new DependencyDetector(LibraryReadiness.standard()),
                new ShadedLibraryDetector(LibraryReadiness.standard(), FingerprintTable.standard()),
                new NativeTlsDetector(LibraryReadiness.standard()),
                new TlsTranscriptDetector(),
                new SshTranscriptDetector(),
                new IkeTranscriptDetector()));
        ServiceLoader.load(Detector.class).forEach(detectors::add);
        return List.copyOf(detectors);
    }
}
