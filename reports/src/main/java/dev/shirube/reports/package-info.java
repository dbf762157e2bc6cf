/** To be written. */
package dev.shirube.reports;
