/** Settings files that say which protocols, groups, suites and host-key algorithms a product is to use. */
package dev.shirube.material.settings;
