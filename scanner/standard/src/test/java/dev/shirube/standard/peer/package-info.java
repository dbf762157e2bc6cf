/** Real servers on loopback: how each is set up, started and ended, for the tests that ask them. */
package dev.shirube.standard.peer;
