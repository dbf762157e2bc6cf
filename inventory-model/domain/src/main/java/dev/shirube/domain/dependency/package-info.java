/** Which information systems hang together: what the register declares, and what scans observe. */
package dev.shirube.domain.dependency;
