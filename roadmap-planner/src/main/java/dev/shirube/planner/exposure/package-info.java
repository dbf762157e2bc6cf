/** What stays exposed year by year while a plan is carried out, under a stated distribution of the quantum computer's date. */
package dev.shirube.planner.exposure;
