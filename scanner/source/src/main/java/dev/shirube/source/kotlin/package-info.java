/** Kotlin: its syntax in the terms that all languages share. */
package dev.shirube.source.kotlin;
