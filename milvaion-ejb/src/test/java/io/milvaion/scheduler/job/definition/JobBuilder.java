package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes definitions; what nobody says is what a client gets that leaves it out. Each method gives
 * another builder, so that jobs which differ in one field can begin with the same one.
 */
public final class JobBuilder implements Cloneable {

    private String name = "a job";
    private List<String> tags = List.of();
    private List<String> secretFields = List.of();
    private String data = "{}";
    private String cron = "@yearly";
    private String zone = "UTC";
    private Instant at;
    private String span;
    private String clock;
    private String delay;
    private String rrule;
    private Instant from;
    private Instant until;
    private Integer times;
    private List<String> calendars;
    private String onClosed;
    private boolean active = true;
    private int policy = OverlapPolicy.SKIP.code();
    private Integer maxRetries;
    private String dstGap = "shift";
    private String onAbandoned;
    private Integer autoDisableAfter;
    private Integer autoEnableAfterSeconds;

    private JobBuilder() {}

    /** A job that is planned far in the future. */
    public static JobBuilder aJob() {
        return new JobBuilder();
    }

    public JobBuilder named(String displayName) {
        return but(job -> job.name = displayName);
    }

    public JobBuilder tagged(String... wanted) {
        return but(job -> job.tags = List.of(wanted));
    }

    public JobBuilder data(String json) {
        return but(job -> job.data = json);
    }

    public JobBuilder every(String expression) {
        return but(
                job -> {
                    job.cron = expression;
                    job.at = null;
                });
    }

    public JobBuilder onceAt(Instant executeAt) {
        return but(
                job -> {
                    job.cron = null;
                    job.at = executeAt;
                });
    }

    public JobBuilder eachSpan(String duration, String everyClock) {
        return but(
                job -> {
                    job.cron = null;
                    job.span = duration;
                    job.clock = everyClock;
                });
    }

    public JobBuilder delayed(String duration) {
        return but(
                job -> {
                    job.cron = null;
                    job.delay = duration;
                });
    }

    public JobBuilder recurring(String lines) {
        return but(
                job -> {
                    job.cron = null;
                    job.rrule = lines;
                });
    }

    public JobBuilder from(Instant startsAt) {
        return but(job -> job.from = startsAt);
    }

    public JobBuilder until(Instant endsAt) {
        return but(job -> job.until = endsAt);
    }

    public JobBuilder times(Integer maxRuns) {
        return but(job -> job.times = maxRuns);
    }

    public JobBuilder in(String timeZone) {
        return but(job -> job.zone = timeZone);
    }

    public JobBuilder active(boolean wanted) {
        return but(job -> job.active = wanted);
    }

    public JobBuilder overlap(OverlapPolicy wanted) {
        return overlap(wanted.code());
    }

    /**
     * @param code also one that there is not
     */
    public JobBuilder overlap(int code) {
        return but(job -> job.policy = code);
    }

    public JobBuilder retries(int max) {
        return but(job -> job.maxRetries = max);
    }

    public JobBuilder onAbandoned(String wanted) {
        return but(job -> job.onAbandoned = wanted);
    }

    public JobBuilder closedBy(String calendar, String policy) {
        return but(
                job -> {
                    job.calendars = List.of(calendar);
                    job.onClosed = policy;
                });
    }

    public JobBuilder skippingGaps() {
        return but(job -> job.dstGap = "skip");
    }

    public JobBuilder disabledAfter(int failures) {
        return but(job -> job.autoDisableAfter = failures);
    }

    /**
     * @param seconds null: not by itself
     */
    public JobBuilder enabledAfter(Integer seconds) {
        return but(job -> job.autoEnableAfterSeconds = seconds);
    }

    public JobBuilder secret(String... fields) {
        return but(job -> job.secretFields = List.of(fields));
    }

    private JobBuilder but(Consumer<JobBuilder> change) {
        var other = clone();
        change.accept(other);
        return other;
    }

    @Override
    protected JobBuilder clone() {
        try {
            return (JobBuilder) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    public JobDefinition build() {
        return new JobDefinition(
                name,
                null,
                tags,
                null,
                "noop",
                data,
                schedule(),
                active,
                policy,
                null,
                null,
                maxRetries,
                null,
                "once",
                "retry",
                onAbandoned,
                autoDisableAfter,
                null,
                autoEnableAfterSeconds,
                secretFields);
    }

    public JobSchedule schedule() {
        return new JobSchedule(
                cron, null, span, clock, delay, rrule, at, zone, dstGap, "first", from, until,
                times, calendars, onClosed, null, null);
    }
}
