/** The page: one HTML file with everything in it, which asks nothing of a network and runs nothing but its own script. */
package dev.shirube.reports.page;
