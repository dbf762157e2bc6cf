package dev.shirube.material;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Parameters of EC and DSA in PEM blocks of their own ({@code openssl ecparam}, {@code openssl dsaparam}). Before a key they
 * stand again in the key; alone they say which curve or group is to be used.
 */
final class ParameterBlocks {

    /** Labels, each with that of the key before which such a block says nothing new. */
    static final Map<String, String> KEYS =
            Map.of("EC PARAMETERS", "EC PRIVATE KEY", "DSA PARAMETERS", "DSA PRIVATE KEY");

    private ParameterBlocks() {}

    /** The curve or group of a block. */
    static void add(Claims claims, Place place, PemBlock block, DetectionBuilder found) {
        boolean ellipticCurve = block.label().startsWith("EC");
        try {
            ASN1Primitive parameters = Der.parse(block.body());
            Described described = new KeyAlgorithms(claims.registry())
                    .of(new AlgorithmIdentifier(
                            ellipticCurve ? X9ObjectIdentifiers.id_ecPublicKey : X9ObjectIdentifiers.id_dsa,
                            parameters));
            found.add(claims.material(
                    place,
                    new CryptoAsset.AlgorithmAsset(described.algorithm()),
                    CryptoFunction.PARAMETERS,
                    ellipticCurve ? "ECParameters" : "Dss-Parms",
                    ellipticCurve ? "ec-parameters" : "dsa-parameters",
                    described));
        } catch (DerException e) {
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), block.label(), e.getMessage()));
        }
    }
}
