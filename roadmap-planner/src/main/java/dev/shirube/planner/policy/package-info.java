/** Policy packs: cited, dated rules as data, and the verdict each rule passes on an asset. */
package dev.shirube.planner.policy;
