package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import java.util.List;
import java.util.stream.Stream;

/** Reads definitions from JSON. */
final class JobJson {

    private static final String SECRET_FIELDS = "secretFields";

    private JobJson() {}

    /** Reads a new job. */
    static Draft create(ObjectNode body) {
        return read(body, List.of());
    }

    /**
     * Reads what replaces a job.
     *
     * @param changed what it does to {@link ReadOnlyFields}
     * @param before what is marked secret in it stays so unless the body says which fields are
     */
    static Draft replace(ObjectNode body, List<Violation> changed, JobDefinition before) {
        var replacing = ReadOnlyFields.without(body);
        if (!replacing.has(SECRET_FIELDS)) {
            replacing.set(SECRET_FIELDS, ApiJson.tree(before.secretFields()));
        }
        return read(replacing, changed);
    }

    /** Applies a merge patch (RFC 7396), likewise. */
    static Draft patch(ObjectNode patch, List<Violation> changed, JobDefinition before) {
        var target = (ObjectNode) ApiJson.tree(before);
        target.set("jobData", ApiJson.stored(before.jobData()));
        var changes = ReadOnlyFields.without(patch);
        var patched = (ObjectNode) MergePatch.apply(target, changes);
        ScheduleField.keep(patched, changes, before);
        return read(patched, changed);
    }

    private static Draft read(ObjectNode body, List<Violation> changed) {
        var fields = new Fields(body);
        var data = fields.object("jobData");
        var policy = fields.integer("concurrentExecutionPolicy");
        ScheduleField.check(fields);
        var job =
                new JobDefinition(
                        fields.text("displayName"),
                        fields.text("description"),
                        fields.texts("tags"),
                        fields.text("workerGroup"),
                        fields.text("jobType"),
                        data == null ? "{}" : data.toString(),
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
                        fields.text("onAbandoned"),
                        fields.integer("autoDisableAfter"),
                        fields.integer("autoDisableWindowSeconds"),
                        fields.integer("autoEnableAfterSeconds"),
                        fields.texts(SECRET_FIELDS));
        return new Draft(
                job, Stream.concat(changed.stream(), fields.violations().stream()).toList());
    }
}
