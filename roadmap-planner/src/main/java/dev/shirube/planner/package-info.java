/** To be written. */
package dev.shirube.planner;
