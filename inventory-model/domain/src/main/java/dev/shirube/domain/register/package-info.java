/** The registers that owners fill in, read from rows of text: information systems, teams and budgets; no file format. */
package dev.shirube.domain.register;
