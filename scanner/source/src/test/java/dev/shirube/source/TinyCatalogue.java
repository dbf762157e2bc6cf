package dev.shirube.source;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A catalogue of a library that is on no class path: {@code org.example.seal}. */
public final class TinyCatalogue implements Catalogue {

    private static final List<ApiPoint> POINTS = List.of(
            row("org.example.seal.Seal", "of", CallSite.Kind.STATIC_METHOD, "algorithm"),
            row("org.example.seal.Seal", "press", CallSite.Kind.METHOD, "key-object"),
            row("org.example.seal.Seal", "<init>", CallSite.Kind.CONSTRUCTOR, "algorithm"),
            row("org.example.seal.Seal$Wax", "<init>", CallSite.Kind.CONSTRUCTOR, "fixed:RSA"),
            row("org.example.seal.Seals", "RED", CallSite.Kind.FIELD, "fixed:RSA"),
            row("javax.crypto.Cipher", "getInstance", CallSite.Kind.STATIC_METHOD, "transformation"));

    private static ApiPoint row(String owner, String member, CallSite.Kind kind, String meaning) {
        return new ApiPoint(
                owner + "#" + member,
                "seal",
                kind,
                owner,
                member,
                List.of(),
                kind == CallSite.Kind.FIELD ? OptionalInt.empty() : OptionalInt.of(0),
                meaning,
                Optional.of("Signature"),
                CryptoFunction.SIGN,
                Category.SIGNATURE,
                Map.of(),
                member.equals("of") ? List.of("(Ljava/lang/String;)Lorg/example/seal/Seal;") : List.of(),
                Optional.empty());
    }

    @Override
    public String version() {
        return "tiny";
    }

    @Override
    public List<ApiPoint> find(String owner, String member) {
        return POINTS.stream()
                .filter(it -> it.owner().equals(owner) && it.member().equals(member))
                .toList();
    }

    @Override
    public List<String> owners() {
        return POINTS.stream().map(ApiPoint::owner).distinct().sorted().toList();
    }

    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public List<ApiPoint> points() {
        return POINTS;
    }
}
