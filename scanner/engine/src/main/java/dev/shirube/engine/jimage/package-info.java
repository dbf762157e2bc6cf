/** The runtime image of a JDK (JEP 220): what {@code lib/modules} holds, read without the JDK that it belongs to. */
package dev.shirube.engine.jimage;
