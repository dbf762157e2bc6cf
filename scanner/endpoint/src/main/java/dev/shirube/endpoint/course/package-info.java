/** All that one endpoint is asked, from one connection to the next: pure functions of what was answered so far. */
package dev.shirube.endpoint.course;
