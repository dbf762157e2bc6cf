package dev.shirube.exchange.view;

import dev.shirube.domain.SystemStanding;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every document of a view begins with.
 *
 * @param toolVersion version of the program that wrote it
 * @param asOf the date that it is stated for
 * @param filter the values of each filter that was asked for, by the name of its option
 * @param systems the systems that the view is about, each with how much is known of it at all
 */
public record ViewHead(
        String toolVersion,
        LocalDate asOf,
        SortedMap<String, List<String>> filter,
        SortedMap<String, SystemStanding> systems) {

    /** Keeps unmodifiable copies. */
    public ViewHead {
        filter = Collections.unmodifiableSortedMap(new TreeMap<>(filter));
        systems = Collections.unmodifiableSortedMap(new TreeMap<>(systems));
    }

    void write(JsonStream json, String schema) throws IOException {
        json.text("schema", schema);
        json.text("tool", "shirube");
        json.text("version", toolVersion);
        json.text("asOf", asOf.toString());
        json.object("filter", it -> {
            for (Map.Entry<String, List<String>> one : filter.entrySet()) {
                it.allTexts(one.getKey(), one.getValue());
            }
        });
    }

    void writeSystems(JsonStream json) throws IOException {
        json.list("systems", list -> {
            for (Map.Entry<String, SystemStanding> one : systems.entrySet()) {
                list.object(it -> {
                    it.text("id", one.getKey());
                    it.text("standing", one.getValue().id());
                });
            }
        });
    }
}
