/** Keys that stand in text files of their own kinds: age, WireGuard, minisign and signify, DNS, references to hardware. */
package dev.shirube.material.textkey;
