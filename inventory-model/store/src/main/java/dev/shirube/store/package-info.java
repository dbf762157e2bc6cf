/** To be written. */
package dev.shirube.store;
