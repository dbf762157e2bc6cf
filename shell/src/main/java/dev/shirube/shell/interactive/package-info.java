/** {@code shirube shell}: the only command that builds an application context. */
package dev.shirube.shell.interactive;
