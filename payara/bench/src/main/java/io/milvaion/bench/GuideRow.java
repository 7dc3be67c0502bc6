package io.milvaion.bench;

import java.util.Locale;

/** The rows of the scaling guide's table of throughputs, each with its job in the bench worker. */
enum GuideRow {
    LOGGING("simple logging", "GuideLogJob", 50, 500),
    CALL("call of 100 ms", "GuideCallJob", 10, 100),
    INSERT("database insert of 100 ms", "GuideInsertJob", 20, 200),
    MAIL("mail of 500 ms", "GuideMailJob", 10, 20);

    private static final int SECONDS = 40;
    private static final int LOGGING_RUNS = 60_000;

    private final String title;
    private final String jobClass;
    private final int concurrency;
    private final int perSecond;

    GuideRow(String title, String jobClass, int concurrency, int perSecond) {
        this.title = title;
        this.jobClass = jobClass;
        this.concurrency = concurrency;
        this.perSecond = perSecond;
    }

    /** With the concurrency, for a report. */
    String title() {
        return title + " at " + concurrency;
    }

    String jobType() {
        return jobClass.toLowerCase(Locale.ROOT).replaceFirst("job$", "");
    }

    /** The environment variable that limits the runs of this job at once in a worker. */
    String concurrencyVariable() {
        return "JOB_CONSUMERS_" + jobClass.toUpperCase(Locale.ROOT) + "_MAX_PARALLEL_JOBS";
    }

    /** Runs at once in a worker. */
    int concurrency() {
        return concurrency;
    }

    /** What the guide says of one worker. */
    int perSecond() {
        return perSecond;
    }

    /** Whether the time that a run takes limits the throughput, not the scheduler. */
    boolean timed() {
        return this != LOGGING;
    }

    /**
     * Enough for about 40 s, of which the last wave is a small part: a multiple of what runs at
     * once.
     */
    int runs(int workers) {
        return timed() ? SECONDS * perSecond * workers : LOGGING_RUNS;
    }
}
