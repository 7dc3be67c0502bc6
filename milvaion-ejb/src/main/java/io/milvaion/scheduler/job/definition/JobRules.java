package io.milvaion.scheduler.job.definition;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a definition may contain. Finds everything that is wrong, not only the first. */
public final class JobRules {

    /** Bytes of UTF-8. */
    public static final int MAX_DATA_BYTES = 1024 * 1024;

    /** How far ahead a single run may be planned: as far as cron is looked ahead. */
    static final Duration HORIZON = Duration.ofDays(5 * 365 + 2);

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 4_000;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 100;
    private static final int MAX_TIMEOUT_SECONDS = 7 * 24 * 3600;
    private static final int MAX_RETRIES = 100;
    private static final int MAX_RETRY_BASE_SECONDS = 24 * 3600;
    private static final int MAX_FAILURES = 100;
    private static final int MAX_WINDOW_SECONDS = 30 * 24 * 3600;
    private static final Set<String> ON_WORKER_LOST = Set.of("retry", "unknown");

    private final JobDefinition job;
    private final List<Violation> violations = new ArrayList<>();

    private JobRules(JobDefinition job) {
        this.job = job;
    }

    /**
     * @param job values of the right types; null where nothing was given
     * @param before the definition that it replaces, or null: an {@code executeAt} that stays is
     *     not asked to be in the future
     * @param now the Redis clock
     */
    static List<Violation> violations(JobDefinition job, JobDefinition before, Instant now) {
        var rules = new JobRules(job);
        rules.checkTexts();
        rules.checkTimes(before, now);
        rules.checkOverlap();
        rules.checkRange("timeoutSeconds", job.timeoutSeconds(), 1, MAX_TIMEOUT_SECONDS);
        rules.checkRange("maxRetries", job.maxRetries(), 0, MAX_RETRIES);
        rules.checkRange("retryBaseSeconds", job.retryBaseSeconds(), 1, MAX_RETRY_BASE_SECONDS);
        rules.checkRange("autoDisableAfter", job.autoDisableAfter(), 0, MAX_FAILURES);
        rules.checkRange(
                "autoDisableWindowSeconds", job.autoDisableWindowSeconds(), 1, MAX_WINDOW_SECONDS);
        rules.checkRange(
                "autoEnableAfterSeconds", job.autoEnableAfterSeconds(), 1, MAX_WINDOW_SECONDS);
        rules.checkChoice(
                "misfirePolicy",
                MisfirePolicy.parse(job.misfirePolicy()).isPresent(),
                "once, all or skip");
        rules.checkChoice(
                "onWorkerLost", ON_WORKER_LOST.contains(job.onWorkerLost()), "retry or unknown");
        return rules.violations;
    }

    /** Whether a text is longer than so many bytes of UTF-8. */
    public static boolean isLonger(String text, int bytes) {
        return text.length() > bytes || text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private void checkTexts() {
        if (job.displayName() == null || job.displayName().isBlank()) {
            wrong("displayName", "A name is required.");
        } else if (job.displayName().length() > MAX_NAME) {
            wrong("displayName", "At most " + MAX_NAME + " characters.");
        }
        if (job.description() != null && job.description().length() > MAX_DESCRIPTION) {
            wrong("description", "At most " + MAX_DESCRIPTION + " characters.");
        }
        if (job.tags().size() > MAX_TAGS) {
            wrong("tags", "At most " + MAX_TAGS + " tags.");
        }
        for (int i = 0; i < job.tags().size(); i++) {
            if (job.tags().get(i).isBlank() || job.tags().get(i).length() > MAX_TAG) {
                wrong("tags[" + i + "]", "A tag has 1 to " + MAX_TAG + " characters.");
            }
        }
        if (job.jobType() == null) {
            wrong("jobType", "A job type is required.");
        } else {
            checkForm("jobType", job.jobType());
        }
        if (job.workerGroup() != null) {
            checkForm("workerGroup", job.workerGroup());
        }
        if (isLonger(job.jobData(), MAX_DATA_BYTES)) {
            wrong("jobData", "At most " + MAX_DATA_BYTES + " bytes.");
        }
    }

    private void checkForm(String field, String name) {
        if (!JobType.FORM.matcher(name).matches()) {
            wrong(
                    field,
                    "1 to 80 of a-z, 0-9, _ and -, starting with a letter or digit;"
                            + " SendEmailJob is sendemail.");
        }
    }

    private void checkTimes(JobDefinition before, Instant now) {
        boolean gap = DstGap.parse(job.dstGap()).isPresent();
        boolean overlap = DstOverlap.parse(job.dstOverlap()).isPresent();
        checkChoice("dstGap", gap, "shift or skip");
        checkChoice("dstOverlap", overlap, "first, second or both");
        ZoneId zone = checkZone();
        if ((job.cronExpression() == null) == (job.executeAt() == null)) {
            wrong("cronExpression", "Exactly one of cronExpression and executeAt is required.");
            return;
        }
        if (job.executeAt() != null) {
            if (before == null || !job.executeAt().equals(before.executeAt())) {
                checkExecuteAt(now);
            }
        } else if (zone != null && gap && overlap) {
            checkCron(zone, now);
        }
    }

    private ZoneId checkZone() {
        try {
            return ZoneId.of(job.timeZone());
        } catch (DateTimeException e) {
            wrong("timeZone", "There is no time zone of this name; examples: UTC, Europe/Berlin.");
            return null;
        }
    }

    private void checkCron(ZoneId zone, Instant now) {
        try {
            CronSchedule.parse(job.cronExpression(), zone, job.dstRules()).requireRun(now);
        } catch (InvalidCron e) {
            wrong(cronField("cronExpression", e), e.getMessage());
        }
    }

    /** The path of what is wrong in an expression: the field that holds it, and the part. */
    public static String cronField(String field, InvalidCron e) {
        return "expression".equals(e.field()) ? field : field + "." + e.field();
    }

    private void checkExecuteAt(Instant now) {
        if (job.executeAt().isBefore(now.minus(JobDefinition.PAST_TOLERANCE))) {
            wrong("executeAt", "This is in the past.");
        } else if (job.executeAt().isAfter(now.plus(HORIZON))) {
            wrong("executeAt", "This is more than 5 years ahead.");
        }
    }

    private void checkOverlap() {
        int policy = job.concurrentExecutionPolicy();
        if (policy < 0 || policy >= OverlapPolicy.values().length) {
            wrong("concurrentExecutionPolicy", "Allowed: 0 (Skip), 1 (Queue), 2 (Parallel).");
        } else if (job.maxConcurrent() != null && policy != OverlapPolicy.PARALLEL.code()) {
            wrong("maxConcurrent", "Only with concurrentExecutionPolicy 2 (Parallel).");
        }
        checkRange("maxConcurrent", job.maxConcurrent(), 1, Integer.MAX_VALUE);
    }

    private void checkRange(String field, Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            wrong(field, "Allowed: " + min + " to " + max + ".");
        }
    }

    private void checkChoice(String field, boolean right, String allowed) {
        if (!right) {
            wrong(field, "Allowed: " + allowed + ".");
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
