/** What commands show of an inventory, as JSON documents with stable member names; {@code docs/schema} describes them. */
package dev.shirube.exchange.view;
