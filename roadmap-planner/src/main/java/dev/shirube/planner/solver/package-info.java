/** The schedule search: our own solver, its lower bound and the prices that prove it; plain arrays, no other library. */
package dev.shirube.planner.solver;
