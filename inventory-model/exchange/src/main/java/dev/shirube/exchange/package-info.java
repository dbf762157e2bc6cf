/** The inventory as others read it: CycloneDX and JSON Lines are encoders at the edge, no format leaks inward. */
package dev.shirube.exchange;
