/** What detectors of endpoints have in common when they put facts and findings on paper. */
package dev.shirube.endpoint.observed;
