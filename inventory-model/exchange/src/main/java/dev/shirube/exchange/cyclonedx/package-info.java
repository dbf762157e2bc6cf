/**
 * The inventory as a cryptographic bill of materials, CycloneDX 1.6 and 1.7 (ECMA-424).
 *
 * <p>Beside CycloneDX's own fields a document of ours carries properties named {@code shirube:}. On {@code metadata}:
 * {@code schema}; {@code system} (id and name of each); {@code coverage} (for each system, unit, detector and outcome
 * the numbers of inputs and bytes, or {@code outcome=unrecorded}); {@code diagnostic} (what could not be read or decided). On a
 * component: {@code asset} (its identity), {@code context} ({@code main} or {@code test}), {@code quantum}
 * ({@code vulnerable}, {@code weakened}, {@code safe}, {@code unknown}), {@code referenced-only} for what nobody found on its
 * own, and for certificates, keys and protocols what the older version has no field for.
 *
 * <p>What another tool wrote is read as what CycloneDX says of cryptography, and carries its {@link
 * dev.shirube.domain.ImportOrigin}; limits and rules stand in {@code docs/exchange.md}.
 *
 * <p>{@code additionalContext} of an occurrence is {@code name=value} pairs, percent-escaped, in this order:
 * {@code function}, {@code confidence}, {@code resolution}, {@code expression}, {@code values}, {@code reason},
 * {@code category}, {@code system}, {@code kind}, {@code in}, {@code ordinal}, {@code detector}, {@code detector-version},
 * {@code row}, {@code hops}, {@code sha256}.
 */
package dev.shirube.exchange.cyclonedx;
