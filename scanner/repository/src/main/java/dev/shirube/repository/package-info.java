/** To be written. */
package dev.shirube.repository;
