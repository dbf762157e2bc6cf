/** To be written. */
package dev.shirube.endpoint;
