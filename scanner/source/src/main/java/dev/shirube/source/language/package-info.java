/** What a language owes the detector: text in, call sites and diagnostics out. */
package dev.shirube.source.language;
