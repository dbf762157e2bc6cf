/** To be written. */
package dev.shirube.standard;
