/** The inventory as a cryptographic bill of materials, CycloneDX 1.6 and 1.7 (ECMA-424). */
package dev.shirube.exchange.cyclonedx;
