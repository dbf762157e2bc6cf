/** Crypto libraries that are there or asked for: in archives, and in the manifests of builds. */
package dev.shirube.material.library;
