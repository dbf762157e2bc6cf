/** To be written. */
package dev.shirube.material;
