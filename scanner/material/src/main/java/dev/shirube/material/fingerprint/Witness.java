package dev.shirube.material.fingerprint;

import java.util.BitSet;

/**
 * A class by which a library is known, with its digests in the versions of the table.
 *
 * @param path its name below the library's own package, with slashes: {@code handler/ssl/SslHandler}
 * @param digests each with the columns that have it, as the table writes them: {@code x1y2z3w4=0-3,7 …}; read only when
 *     asked for, since few scans meet more than one library
 */
record Witness(String path, String digests) {

    /** Reads the path and what follows it. */
    static Witness of(String written) {
        int end = written.indexOf(' ');
        return new Witness(written.substring(0, end), written.substring(end));
    }

    /** The columns that have that digest; none for one that is not in the table. */
    BitSet columns(Fingerprint fingerprint) {
        String key = " " + fingerprint.digest() + "=";
        int at = digests.indexOf(key);
        if (at < 0) {
            return new BitSet();
        }
        int end = digests.indexOf(' ', at + 1);
        return columns(digests.substring(at + key.length(), end < 0 ? digests.length() : end));
    }

    private static BitSet columns(String written) {
        BitSet columns = new BitSet();
        for (String range : written.split(",", -1)) {
            String[] ends = range.split("-", 2);
            columns.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return columns;
    }
}
