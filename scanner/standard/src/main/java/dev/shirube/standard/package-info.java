/** The one list: every reader and detector that a scan uses, ours first and outsiders' behind them. */
package dev.shirube.standard;
