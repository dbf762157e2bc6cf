/** JARs of a unit as the class path of its sources: what their classes declare, in the form of a program. */
package dev.shirube.source.jar;
