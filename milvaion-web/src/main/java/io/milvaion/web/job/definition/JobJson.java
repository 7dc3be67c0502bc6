package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads definitions from JSON; says at once everything that is wrong with one. */
final class JobJson {

    /** Fields that only the server sets. */
    private static final Set<String> READ_ONLY =
            Set.of(
                    "id",
                    "nextRunAt",
                    "consecutiveFailures",
                    "disabledAt",
                    "disabledReason",
                    "enablesAgainAt",
                    "version",
                    "createdAt",
                    "updatedAt",
                    "warnings");

    private JobJson() {}

    /** Reads a new job. */
    static JobDefinition create(ObjectNode body, Instant now) {
        return read(new Fields(body), null, now);
    }

    /**
     * Reads what replaces a job; fields that only the server sets may stay in it as they were read.
     */
    static JobDefinition replace(ObjectNode body, JobDefinition before, Instant now) {
        return read(new Fields(body).ignore(READ_ONLY), before, now);
    }

    /** Applies a merge patch (RFC 7396). */
    static JobDefinition patch(ObjectNode patch, JobDefinition before, Instant now) {
        var target = (ObjectNode) ApiJson.tree(before);
        target.set("jobData", ApiJson.stored(before.jobData()));
        return read(new Fields((ObjectNode) MergePatch.apply(target, patch)), before, now);
    }

    private static JobDefinition read(Fields fields, JobDefinition before, Instant now) {
        var policy = fields.integer("concurrentExecutionPolicy");
        var job =
                new JobDefinition(
                        fields.text("displayName"),
                        fields.text("description"),
                        fields.texts("tags"),
                        fields.text("workerGroup"),
                        fields.text("jobType"),
                        fields.object("jobData", "{}"),
                        fields.text("cronExpression"),
                        fields.text("timeZone", "UTC"),
                        fields.instant("executeAt"),
                        fields.flag("active", true),
                        policy == null ? 0 : policy,
                        fields.integer("maxConcurrent"),
                        fields.integer("timeoutSeconds"),
                        fields.integer("maxRetries"),
                        fields.integer("retryBaseSeconds"),
                        fields.text("misfirePolicy", "once"),
                        fields.text("dstGap", "shift"),
                        fields.text("dstOverlap", "first"),
                        fields.text("onWorkerLost", "retry"),
                        fields.integer("autoDisableAfter"),
                        fields.integer("autoDisableWindowSeconds"),
                        fields.integer("autoEnableAfterSeconds"));
        var violations = new ArrayList<>(fields.violations());
        var reported = violations.stream().map(JobJson::field).collect(Collectors.toSet());
        JobRules.violations(job, before, now).stream()
                .filter(violation -> !follows(violation, reported))
                .forEach(violations::add);
        if (!violations.isEmpty()) {
            throw new InvalidInput(List.copyOf(violations));
        }
        return job;
    }

    /** Whether a violation is there only because a value of the wrong type counts as absent. */
    private static boolean follows(Violation violation, Set<String> reported) {
        return reported.contains(field(violation))
                || (field(violation).equals("cronExpression") && reported.contains("executeAt"));
    }

    private static String field(Violation violation) {
        return violation.field().split("[.\\[]", 2)[0];
    }
}
