package io.milvaion.scheduler.job.definition;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a definition may contain. Finds everything that is wrong, not only the first. */
public final class JobRules {

    /** Bytes of UTF-8. */
    public static final int MAX_DATA_BYTES = 1024 * 1024;

    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 4_000;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG = 100;
    private static final int MAX_TIMEOUT_SECONDS = 7 * 24 * 3600;
    private static final int MAX_RETRIES = 100;
    private static final int MAX_RETRY_BASE_SECONDS = 24 * 3600;
    private static final int MAX_FAILURES = 100;
    private static final int MAX_WINDOW_SECONDS = 30 * 24 * 3600;

    /** RFC 6901, for what is in the data: not the whole. */
    private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01]){0,100}){1,20}");

    private static final Set<String> ON_WORKER_LOST = Set.of("retry", "unknown");
    private static final Set<String> ON_ABANDONED = Set.of("wait", "goOn");

    private final JobDefinition job;
    private final JobDefinition before;
    private final List<Violation> violations = new ArrayList<>();

    private JobRules(JobDefinition job, JobDefinition before) {
        this.job = job;
        this.before = before;
    }

    /**
     * What is wrong with what an edit touches: rules may have changed, and time has passed, since
     * the rest was found right.
     *
     * @param job values of the right types; null where nothing was given
     * @param before the definition that it replaces, or null
     * @param now the Redis clock
     */
    static List<Violation> violations(JobDefinition job, JobDefinition before, Instant now) {
        var rules = new JobRules(job, before);
        rules.checkTexts();
        new ScheduleRules(
                        job.schedule(),
                        before == null ? null : before.schedule(),
                        now,
                        rules::wrong)
                .check(job.active() && rules.touches(JobDefinition::active));
        rules.checkOverlap();
        rules.checkRange("timeoutSeconds", JobDefinition::timeoutSeconds, 1, MAX_TIMEOUT_SECONDS);
        rules.checkRange("maxRetries", JobDefinition::maxRetries, 0, MAX_RETRIES);
        rules.checkRange(
                "retryBaseSeconds", JobDefinition::retryBaseSeconds, 1, MAX_RETRY_BASE_SECONDS);
        rules.checkRange("autoDisableAfter", JobDefinition::autoDisableAfter, 0, MAX_FAILURES);
        rules.checkRange(
                "autoDisableWindowSeconds",
                JobDefinition::autoDisableWindowSeconds,
                1,
                MAX_WINDOW_SECONDS);
        rules.checkRange(
                "autoEnableAfterSeconds",
                JobDefinition::autoEnableAfterSeconds,
                1,
                MAX_WINDOW_SECONDS);
        if (rules.touches(JobDefinition::misfirePolicy)) {
            rules.checkChoice(
                    "misfirePolicy",
                    MisfirePolicy.parse(job.misfirePolicy()).isPresent(),
                    MisfirePolicy.choices());
        }
        if (rules.touches(JobDefinition::onWorkerLost)) {
            rules.checkChoice(
                    "onWorkerLost",
                    ON_WORKER_LOST.contains(job.onWorkerLost()),
                    "retry or unknown");
        }
        if (rules.touches(JobDefinition::onAbandoned) && job.onAbandoned() != null) {
            rules.checkChoice(
                    "onAbandoned", ON_ABANDONED.contains(job.onAbandoned()), "wait or goOn");
        }
        return rules.violations;
    }

    /** What is wrong with a schedule, whoever's it is. */
    public static List<Violation> violations(JobSchedule schedule, Instant now) {
        var violations = new ArrayList<Violation>();
        new ScheduleRules(
                        schedule,
                        null,
                        now,
                        (field, message) -> violations.add(new Violation(field, message)))
                .check(true);
        return violations;
    }

    @SafeVarargs
    private boolean touches(Function<JobDefinition, ?>... parts) {
        for (var part : parts) {
            if (before == null || !Objects.equals(part.apply(job), part.apply(before))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is longer than so many bytes of UTF-8. */
    public static boolean isLonger(String text, int bytes) {
        return text.length() > bytes || text.getBytes(StandardCharsets.UTF_8).length > bytes;
    }

    private void checkTexts() {
        if (touches(JobDefinition::displayName)) {
            if (job.displayName() == null || job.displayName().isBlank()) {
                wrong("displayName", "A name is required.");
            } else if (job.displayName().length() > MAX_NAME) {
                wrong("displayName", "At most " + MAX_NAME + " characters.");
            }
        }
        if (touches(JobDefinition::description)
                && job.description() != null
                && job.description().length() > MAX_DESCRIPTION) {
            wrong("description", "At most " + MAX_DESCRIPTION + " characters.");
        }
        if (touches(JobDefinition::tags)) {
            checkTags();
        }
        if (touches(JobDefinition::jobType)) {
            if (job.jobType() == null) {
                wrong("jobType", "A job type is required.");
            } else {
                checkForm("jobType", job.jobType());
            }
        }
        if (touches(JobDefinition::workerGroup) && job.workerGroup() != null) {
            checkForm("workerGroup", job.workerGroup());
        }
        if (touches(JobDefinition::jobData) && isLonger(job.jobData(), MAX_DATA_BYTES)) {
            wrong("jobData", "At most " + MAX_DATA_BYTES + " bytes.");
        }
        if (touches(JobDefinition::secretFields)) {
            checkSecretFields();
        }
    }

    private void checkSecretFields() {
        if (job.secretFields().size() > MAX_TAGS) {
            wrong("secretFields", "At most " + MAX_TAGS + " pointers.");
        }
        for (int i = 0; i < job.secretFields().size(); i++) {
            if (!POINTER.matcher(job.secretFields().get(i)).matches()) {
                wrong("secretFields[" + i + "]", "A JSON pointer like /mail/password.");
            }
        }
    }

    private void checkTags() {
        if (job.tags().size() > MAX_TAGS) {
            wrong("tags", "At most " + MAX_TAGS + " tags.");
        }
        for (int i = 0; i < job.tags().size(); i++) {
            if (job.tags().get(i).isBlank() || job.tags().get(i).length() > MAX_TAG) {
                wrong("tags[" + i + "]", "A tag has 1 to " + MAX_TAG + " characters.");
            }
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

    /** The path of what is wrong in an expression: the field that holds it, and the part. */
    public static String cronField(String field, InvalidCron e) {
        return "expression".equals(e.field()) ? field : field + "." + e.field();
    }

    private void checkOverlap() {
        if (touches(JobDefinition::concurrentExecutionPolicy, JobDefinition::maxConcurrent)) {
            int policy = job.concurrentExecutionPolicy();
            if (policy < 0 || policy >= OverlapPolicy.values().length) {
                wrong("concurrentExecutionPolicy", "Allowed: skip, queue, parallel.");
            } else if (job.maxConcurrent() != null && policy != OverlapPolicy.PARALLEL.code()) {
                wrong("maxConcurrent", "Only with concurrentExecutionPolicy parallel.");
            }
        }
        checkRange("maxConcurrent", JobDefinition::maxConcurrent, 1, Integer.MAX_VALUE);
    }

    private void checkRange(String field, Function<JobDefinition, Integer> part, int min, int max) {
        Integer value = part.apply(job);
        if (touches(part) && value != null && (value < min || value > max)) {
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
