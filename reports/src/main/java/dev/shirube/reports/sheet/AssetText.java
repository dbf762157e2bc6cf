package dev.shirube.reports.sheet;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Text;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.PqcStatement;
import dev.shirube.domain.readiness.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an asset is shown in a row: its name, and its size, curve or version as far as they are known. */
public record AssetText(AlgorithmRegistry registry) {

    /** The name by which a reader knows the asset. */
    public Text name(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return Text.same(protocol.protocol().toUpperCase(Locale.ROOT)
                    + protocol.version().map(it -> " " + it).orElse(""));
        }
        if (asset instanceof CryptoAsset.Library library) {
            Text version = VersionRange.words(library.version());
            return new Text(
                    (library.name() + " " + version.ja()).strip(), (library.name() + " " + version.en()).strip());
        }
        return asset.algorithm().map(this::name).orElse(Text.same(asset.id()));
    }

    /** Key length, curve or groups: what tells two uses of one algorithm apart. */
    List<String> parameters(CryptoAsset asset) {
        List<String> parameters = new ArrayList<>();
        asset.algorithm().ifPresent(algorithm -> {
            if (algorithm instanceof Algorithm.Known known) {
                known.parameterSet().ifPresent(parameters::add);
                known.curve().ifPresent(parameters::add);
            }
        });
        if (asset instanceof CryptoAsset.Key key && parameters.isEmpty()) {
            key.size().ifPresent(bits -> parameters.add(Integer.toString(bits)));
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            parameters.addAll(protocol.groups());
            parameters.addAll(protocol.cipherSuites());
            parameters.addAll(protocol.signatureSchemes());
        }
        return parameters;
    }

    /** What was seen of a certificate besides its algorithm; empty for other assets. */
    Optional<Text> certificate(CryptoAsset asset) {
        if (!(asset instanceof CryptoAsset.Certificate certificate)) {
            return Optional.empty();
        }
        String until = certificate.notAfter().toString().substring(0, 10);
        return Optional.of(
                new Text(certificate.subject() + "、有効期限 " + until, certificate.subject() + ", valid to " + until));
    }

    /** What may be said of a library's readiness, each sentence with how it is known; empty for other assets. */
    public List<Text> readiness(CryptoAsset asset) {
        return asset instanceof CryptoAsset.Library library
                ? LibraryReadiness.standard()
                        .statement(library)
                        .map(PqcStatement::sentences)
                        .orElse(List.of())
                : List.of();
    }

    private Text name(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known
                ? Text.same(registry.displayName(algorithm))
                : new Text("不明（未解決）", "unknown (unresolved)");
    }
}
