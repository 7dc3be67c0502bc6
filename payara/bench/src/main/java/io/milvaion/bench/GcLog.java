package io.milvaion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The log in which a JVM says how much of its heap was in use before and after each collection, in
 * whole MB.
 */
record GcLog(Path file) {

    private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->(\\d+)M\\(");

    /**
     * What the heap held at most.
     *
     * @param before any collection, garbage included
     * @param after any collection: what was needed, and what a collection of the young generation
     *     leaves in the old one
     */
    record Most(long before, long after) {}

    /** The flag for the JVM; its log begins anew. */
    String flag() {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /** How long the log is now, in lines. */
    long length() throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Zeros if nothing was collected after so many lines. */
    Most since(long length) throws IOException {
        long before = 0;
        long after = 0;
        try (var lines = Files.lines(file)) {
            for (var line : (Iterable<String>) lines.skip(length)::iterator) {
                var match = COLLECTION.matcher(line);
                if (match.find()) {
                    before = Math.max(before, Long.parseLong(match.group(1)));
                    after = Math.max(after, Long.parseLong(match.group(2)));
                }
            }
        }
        return new Most(before, after);
    }
}
