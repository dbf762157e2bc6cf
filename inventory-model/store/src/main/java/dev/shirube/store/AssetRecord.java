package dev.shirube.store;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import java.time.Instant;

/** The stored form of assets and algorithms; the first field says which kind follows. */
final class AssetRecord {

    private AssetRecord() {}

    static String write(CryptoAsset asset) {
        RecordWriter out = new RecordWriter();
        if (asset instanceof CryptoAsset.AlgorithmAsset it) {
            algorithm(out.text("algorithm"), it.value());
        } else if (asset instanceof CryptoAsset.Certificate it) {
            certificate(out.text("certificate"), it);
        } else if (asset instanceof CryptoAsset.Key it) {
            key(out.text("key"), it);
        } else if (asset instanceof CryptoAsset.Protocol it) {
            out.text("protocol").text(it.protocol()).optional(it.version());
            out.texts(it.cipherSuites()).texts(it.groups()).texts(it.signatureSchemes());
        } else if (asset instanceof CryptoAsset.Library it) {
            out.text("library").text(it.purl()).text(it.name()).text(it.version());
        } else {
            throw new IllegalStateException("A kind of asset without a stored form: " + asset.getClass());
        }
        return out.toString();
    }

    static CryptoAsset read(String record) {
        RecordReader in = new RecordReader(record);
        String kind = in.text();
        return switch (kind) {
            case "algorithm" -> new CryptoAsset.AlgorithmAsset(algorithm(in));
            case "certificate" -> certificate(in);
            case "key" ->
                new CryptoAsset.Key(
                        in.code(KeyKind.class),
                        algorithm(in),
                        in.optionalText(),
                        in.optionalText(),
                        in.optionalInteger(),
                        in.text());
            case "protocol" ->
                new CryptoAsset.Protocol(in.text(), in.optionalText(), in.texts(), in.texts(), in.texts());
            case "library" -> new CryptoAsset.Library(in.text(), in.text(), in.text());
            default -> throw new IllegalStateException("A stored asset of unknown kind: " + kind);
        };
    }

    private static void key(RecordWriter out, CryptoAsset.Key key) {
        algorithm(out.code(key.kind()), key.key());
        out.optional(key.fingerprint())
                .optional(key.envelope())
                .optional(key.size())
                .text(key.format());
    }

    private static void certificate(RecordWriter out, CryptoAsset.Certificate it) {
        out.text(it.sha256()).text(it.subject()).text(it.issuer()).text(it.serialNumber());
        instant(out, it.notBefore());
        instant(out, it.notAfter());
        algorithm(out, it.subjectKey());
        algorithm(out, it.signature());
        out.text(it.keySha256()).texts(it.keyUsage()).truth(it.authority());
    }

    private static CryptoAsset.Certificate certificate(RecordReader in) {
        return new CryptoAsset.Certificate(
                in.text(),
                in.text(),
                in.text(),
                in.text(),
                instant(in),
                instant(in),
                algorithm(in),
                algorithm(in),
                in.text(),
                in.texts(),
                in.truth());
    }

    private static void instant(RecordWriter out, Instant instant) {
        out.number(instant.getEpochSecond()).number(instant.getNano());
    }

    private static Instant instant(RecordReader in) {
        return Instant.ofEpochSecond(in.number(), in.number());
    }

    private static void algorithm(RecordWriter out, Algorithm algorithm) {
        if (algorithm instanceof Algorithm.Known known) {
            out.text("known").text(known.entry()).optional(known.parameterSet()).optional(known.curve());
            out.optional(known.digest()).optional(known.mode()).optional(known.padding());
        } else if (algorithm instanceof Algorithm.Unresolved unresolved) {
            out.text("unresolved").text(unresolved.row());
        }
    }

    private static Algorithm algorithm(RecordReader in) {
        return in.text().equals("unresolved")
                ? new Algorithm.Unresolved(in.text())
                : new Algorithm.Known(
                        in.text(),
                        in.optionalText(),
                        in.optionalText(),
                        in.optionalText(),
                        in.optionalText(),
                        in.optionalText());
    }
}
