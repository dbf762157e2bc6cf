package dev.shirube.engine;

/**
 * How many connections, or exchanges of datagrams, it takes to look at an endpoint.
 *
 * @param usual of an ordinary server that answers
 * @param most whatever it answers
 */
public record ConnectionCount(int usual, int most) {}
