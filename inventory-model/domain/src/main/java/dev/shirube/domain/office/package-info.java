/** What an office wrote about its own plan: how tasks go, which exceptions it granted, what it answered. */
package dev.shirube.domain.office;
