/**
 * The inventory as others write and read it: CycloneDX, JSON Lines and results of other scanners are encoders at the edge, no
 * format leaks inward.
 *
 * <p>Libraries of bills of materials, SPDX among them, are read by the scanner's own detectors and not here, because a second
 * reader would be a second home of the same facts; {@link dev.shirube.exchange.SbomOrigin} only tells which tool wrote them.
 */
package dev.shirube.exchange;
