package dev.shirube.source.kotlin;

import java.util.Set;

/** Functions of Kotlin's standard library that are called by their mere name. */
final class KotlinBuiltIns {

    static final Set<String> MAPS = Set.of("mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "sortedMapOf");

    static final Set<String> LISTS = Set.of(
            "listOf",
            "mutableListOf",
            "arrayListOf",
            "listOfNotNull",
            "setOf",
            "mutableSetOf",
            "hashSetOf",
            "linkedSetOf",
            "sequenceOf",
            "arrayOf",
            "intArrayOf",
            "byteArrayOf",
            "charArrayOf");

    /** Those that run their block where they stand. */
    static final Set<String> AT_ONCE = Set.of("apply", "also", "let", "run", "with");

    static final Set<String> FUNCTIONS = Set.of(
            "listOf",
            "mutableListOf",
            "arrayListOf",
            "listOfNotNull",
            "setOf",
            "mutableSetOf",
            "hashSetOf",
            "linkedSetOf",
            "sequenceOf",
            "arrayOf",
            "intArrayOf",
            "byteArrayOf",
            "charArrayOf",
            "mapOf",
            "mutableMapOf",
            "hashMapOf",
            "linkedMapOf",
            "sortedMapOf",
            "emptyList",
            "emptyMap",
            "emptySet",
            "emptyArray",
            "arrayOfNulls",
            "println",
            "print",
            "require",
            "requireNotNull",
            "check",
            "checkNotNull",
            "error",
            "lazy",
            "lazyOf",
            "run",
            "with",
            "repeat",
            "buildString",
            "buildList",
            "buildMap",
            "runCatching",
            "maxOf",
            "minOf",
            "synchronized",
            "takeIf");

    private KotlinBuiltIns() {}
}
