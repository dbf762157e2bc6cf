/** To be written. */
package dev.shirube.shell;
