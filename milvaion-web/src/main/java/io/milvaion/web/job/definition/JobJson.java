package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads definitions from JSON. */
final class JobJson {

    /** Fields that only the server sets. */
    private static final Set<String> READ_ONLY =
            Arrays.stream(JobView.class.getRecordComponents())
                    .filter(JobJson::isReadOnly)
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());

    private JobJson() {}

    /** Reads a new job. */
    static Draft create(ObjectNode body) {
        return read(new Fields(body));
    }

    /**
     * Reads what replaces a job; fields that only the server sets may stay in it as they were read.
     */
    static Draft replace(ObjectNode body) {
        return read(new Fields(body).ignore(READ_ONLY));
    }

    /** Applies a merge patch (RFC 7396). */
    static Draft patch(ObjectNode patch, JobDefinition before) {
        var target = (ObjectNode) ApiJson.tree(before);
        target.set("jobData", ApiJson.stored(before.jobData()));
        var patched = (ObjectNode) MergePatch.apply(target, patch);
        ScheduleField.keep(patched, patch, before);
        return read(new Fields(patched));
    }

    private static boolean isReadOnly(RecordComponent component) {
        var schema = component.getAccessor().getAnnotation(Schema.class);
        return schema != null && schema.readOnly();
    }

    private static Draft read(Fields fields) {
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
                        fields.integer("autoEnableAfterSeconds"));
        return new Draft(job, fields.violations());
    }
}
