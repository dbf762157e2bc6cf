/** Settings files as lists of names and values, for whoever reads them for their own purpose. */
package dev.shirube.engine.settings;
