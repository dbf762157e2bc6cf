/** How places are written and matched: globs over logical paths, names of hosts, addresses. */
package dev.shirube.domain.place;
