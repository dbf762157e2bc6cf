/** Rust as a language of the source scanner: its syntax in the terms that all languages share. */
package dev.shirube.source.rust;
