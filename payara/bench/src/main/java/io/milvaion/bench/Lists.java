package io.milvaion.bench;

import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long lists and statistics take over REST, one call after the other on one connection. */
record Lists(Api api) {

    private static final int CALLS = 200;
    private static final int CALLS_BEFORE = 20;
    private static final long SLOWEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    /** Those that depend on how many jobs there are. */
    void ofJobs(String with, Figures figures) throws IOException, InterruptedException {
        var paths = new LinkedHashMap<String, String>();
        paths.put("list of jobs", "jobs");
        paths.put("list of jobs, page 100", "jobs?after=" + after(100 * 50));
        paths.put("list of jobs by name", "jobs?sort=displayName");
        paths.put("list of jobs with a text", "jobs?q=ench");
        paths.put("dashboard", "dashboard");
        measure(with, paths, figures);
    }

    /** The cursor of a page that so many jobs are before. */
    private String after(int jobs) throws IOException, InterruptedException {
        var cursor = "";
        for (int read = 0; read < jobs && cursor != null; read += 200) {
            var after = cursor.isEmpty() ? "" : "&after=" + cursor;
            cursor = api.get("api/v1/jobs?limit=200" + after).json().get("nextCursor").textValue();
        }
        return cursor;
    }

    /** Those of what is past, and those of jobs, too. */
    void ofHistory(String with, History history, Figures figures)
            throws IOException, InterruptedException, SQLException {
        var job = history.job();
        var half = Instant.ofEpochMilli(history.half().getMostSignificantBits() >>> 16);
        var paths = new LinkedHashMap<String, String>();
        paths.put("list of jobs", "jobs");
        paths.put("list of jobs with a text", "jobs?q=history+77");
        paths.put("list of jobs with a tag", "jobs?tag=history&active=false");
        paths.put("list of occurrences", "occurrences");
        paths.put("list of occurrences, half back", "occurrences?to=" + half);
        paths.put("list of occurrences of a job", "occurrences?jobId=" + job);
        paths.put(
                "list of occurrences of a job, half back",
                "occurrences?jobId=" + job + "&to=" + half);
        paths.put("list of occurrences, Running", "occurrences?state=running");
        paths.put("list of occurrences, Completed", "occurrences?state=completed");
        paths.put("list of occurrences, Failed", "occurrences?state=failed");
        paths.put("list of occurrences, Failed, of a job", "occurrences?state=failed&jobId=" + job);
        paths.put("list of occurrences of a type", "occurrences?jobType=" + history.type());
        paths.put("list of occurrences, manual", "occurrences?manual=true");
        paths.put("list of failed ones", "failed-occurrences");
        paths.put("list of failed ones, half back", "failed-occurrences?to=" + half);
        paths.put("list of failed ones of a job", "failed-occurrences?jobId=" + job);
        paths.put("list of failed ones, TimedOut", "failed-occurrences?state=timedOut");
        paths.put("list of failed ones with a text", "failed-occurrences?q=service+a");
        paths.put("groups of failed ones", "failed-occurrences/groups");
        paths.put("missed runs, summary", "missed-runs/summary");
        paths.put("dashboard", "dashboard");
        measure(with, paths, figures);
    }

    private void measure(String with, Map<String, String> paths, Figures figures)
            throws IOException, InterruptedException {
        for (var path : paths.entrySet()) {
            var micros = times(path.getValue());
            String name = "with " + with + ": " + path.getKey();
            figures.add(name + ", p50", "ms", micros.getValueAtPercentile(50) / 1e3);
            figures.add(name + ", p99", "ms", micros.getValueAtPercentile(99) / 1e3);
        }
    }

    private Histogram times(String path) throws IOException, InterruptedException {
        for (int call = 0; call < CALLS_BEFORE; call++) {
            api.get("api/v1/" + path);
        }
        var micros = new Histogram(SLOWEST_MICROS, 3);
        for (int call = 0; call < CALLS; call++) {
            long start = System.nanoTime();
            api.get("api/v1/" + path);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        }
        return micros;
    }
}
