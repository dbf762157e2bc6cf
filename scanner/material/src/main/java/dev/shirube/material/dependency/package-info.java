/** Crypto libraries that dependency manifests, lock files, package lists and bills of materials name. */
package dev.shirube.material.dependency;
