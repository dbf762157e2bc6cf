package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import java.util.List;

/**
 * One connection to make.
 *
 * @param id says in a transcript what was asked: {@code wide}, {@code share}, {@code pqc} …
 * @param offer what to offer, still without key shares
 * @param shares code points of the groups for which a real key share is to be made; none asks for a HelloRetryRequest
 */
public record Probe(String id, ClientOffer offer, List<Integer> shares) {}
