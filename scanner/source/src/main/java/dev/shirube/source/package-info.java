/** To be written. */
package dev.shirube.source;
