/** The commands, one class per verb, and the program's entry: adapts every floor below to the command line. */
package dev.shirube.shell;
