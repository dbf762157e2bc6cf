/** To be written. */
package dev.shirube.examples;
