package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Instant;
import java.util.List;

/** Makes definitions; what nobody says is what a client gets that leaves it out. */
public final class JobBuilder {

    private String name = "a job";
    private List<String> tags = List.of();
    private String data = "{}";
    private String cron = "@yearly";
    private String zone = "UTC";
    private Instant at;
    private boolean active = true;
    private OverlapPolicy policy = OverlapPolicy.SKIP;
    private Integer maxRetries;
    private Integer autoDisableAfter;
    private Integer autoEnableAfterSeconds;

    private JobBuilder() {}

    /** A job that is planned far in the future. */
    public static JobBuilder aJob() {
        return new JobBuilder();
    }

    public JobBuilder named(String displayName) {
        name = displayName;
        return this;
    }

    public JobBuilder tagged(String... wanted) {
        tags = List.of(wanted);
        return this;
    }

    public JobBuilder data(String json) {
        data = json;
        return this;
    }

    public JobBuilder every(String expression) {
        cron = expression;
        at = null;
        return this;
    }

    public JobBuilder onceAt(Instant executeAt) {
        cron = null;
        at = executeAt;
        return this;
    }

    public JobBuilder in(String timeZone) {
        zone = timeZone;
        return this;
    }

    public JobBuilder inactive() {
        active = false;
        return this;
    }

    public JobBuilder overlap(OverlapPolicy wanted) {
        policy = wanted;
        return this;
    }

    public JobBuilder retries(int max) {
        maxRetries = max;
        return this;
    }

    public JobBuilder disabledAfter(int failures) {
        autoDisableAfter = failures;
        return this;
    }

    /**
     * @param seconds null: not by itself
     */
    public JobBuilder enabledAfter(Integer seconds) {
        autoEnableAfterSeconds = seconds;
        return this;
    }

    public JobDefinition build() {
        return new JobDefinition(
                name,
                null,
                tags,
                null,
                "noop",
                data,
                cron,
                zone,
                at,
                active,
                policy.code(),
                null,
                null,
                maxRetries,
                null,
                "once",
                "shift",
                "first",
                "retry",
                autoDisableAfter,
                null,
                autoEnableAfterSeconds);
    }
}
