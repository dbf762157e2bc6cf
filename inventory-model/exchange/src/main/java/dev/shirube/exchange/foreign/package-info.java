/**
 * Results of other endpoint scanners: what they saw becomes the same assets and facts as if Shirube had asked, marked with who
 * said so; what a tool cannot see in its version is unknown with that reason, never absent.
 */
package dev.shirube.exchange.foreign;
