package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.Locale;
import java.util.Optional;

/**
 * Proposals of IKE and ESP: transforms joined by dashes (strongSwan), or by dashes, semicolons and plus signs (Libreswan);
 * proposals are separated by commas. Only the key exchanges are told; the ciphers between them are symmetric.
 */
final class IkeProposals {

    private static final String SEPARATORS = " \t,-;+!\"'=";

    private IkeProposals() {}

    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.GROUPS);
        for (String written : at.items(SEPARATORS)) {
            String token = written.toLowerCase(Locale.ROOT);
            int underline = token.indexOf('_');
            // RFC 9370: further key exchanges, ke1_ to ke7_.
            String name = token.matches("ke[1-7]_.+") ? token.substring(underline + 1) : token;
            Optional<Algorithm.Known> known = facts.claims()
                    .registry()
                    .ikeByName(name)
                    .flatMap(it -> it.algorithms().stream().findFirst());
            if (known.isPresent()) {
                facts.group(name, written);
                boolean kem = facts.claims()
                        .registry()
                        .entry(known.get().entry())
                        .filter(it -> it.primitive().equals("kem"))
                        .isPresent();
                facts.algorithmOnce(known.get(), at, kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT, written);
            } else if (token.equals("default")
                    || name.matches("(?:modp|ecp|dh|curve|x|mlkem)[0-9].*")
                    || !name.equals(token)) {
                facts.unknown(written);
                facts.unresolved(at, CryptoFunction.KEY_AGREEMENT, written);
            }
        }
    }

    /** How the peers prove who they are: {@code pubkey}, {@code rsa-3072-sha256}, {@code ecdsa-384-sha384}, {@code rsasig}. */
    static void authentication(Directive at, ProtocolFacts facts) {
        for (String written : at.items(" \t,/+\"")) {
            String lower = written.toLowerCase(Locale.ROOT).replaceFirst("^(?:pubkey|ike):", "");
            if (lower.equals("pubkey")
                    || lower.startsWith("rsasig")
                    || lower.startsWith("eap")
                    || lower.equals("any")) {
                Names.ikeAuthentication(lower)
                        .map(Algorithm.Known::parse)
                        .ifPresentOrElse(
                                it -> facts.algorithmOnce(it, at, CryptoFunction.SIGN, written),
                                () -> undecided(lower, written, at, facts));
            } else {
                String scheme = lower.startsWith("pubkey-") ? lower.substring("pubkey-".length()) : lower;
                KeyTypes.find(scheme.replaceFirst("-sha.*$", ""), facts.claims().registry())
                        .ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.SIGN, written));
            }
        }
    }

    private static void undecided(String lower, String written, Directive at, ProtocolFacts facts) {
        if (lower.equals("pubkey")) {
            facts.unresolved(at, CryptoFunction.SIGN, written);
        }
    }
}
