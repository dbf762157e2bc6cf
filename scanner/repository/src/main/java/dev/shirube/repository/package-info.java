/** Git trees read without a checkout: no hook, filter, external program or user setting has any effect. */
package dev.shirube.repository;
