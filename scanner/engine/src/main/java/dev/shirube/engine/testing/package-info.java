/** Units and detectors in memory, for the tests of whoever writes a detector, a reader or a sink. */
package dev.shirube.engine.testing;
