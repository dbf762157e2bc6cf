/** Our own argument parser, help, exit codes and console, over Spring Shell's command model and without a context. */
package dev.shirube.shell.cli;
