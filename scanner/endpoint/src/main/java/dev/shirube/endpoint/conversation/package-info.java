/** One connection as a state machine without input or output: what every protocol here is spoken through. */
package dev.shirube.endpoint.conversation;
