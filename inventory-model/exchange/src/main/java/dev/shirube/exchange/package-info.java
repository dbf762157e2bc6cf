/** To be written. */
package dev.shirube.exchange;
