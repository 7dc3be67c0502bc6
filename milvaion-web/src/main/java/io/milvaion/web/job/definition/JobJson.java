package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.MergePatch;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import java.util.List;
import java.util.stream.Stream;

/** Reads definitions from JSON, and writes them as it reads them. */
public final class JobJson {

    private JobJson() {}

    /** Reads a new job. */
    public static Draft create(ObjectNode body) {
        return read(body, List.of());
    }

    /**
     * Reads what replaces a job.
     *
     * @param changed what it does to {@link ReadOnlyFields}
     */
    static Draft replace(ObjectNode body, List<Violation> changed) {
        return read(ReadOnlyFields.without(body), changed);
    }

    /** Applies a merge patch (RFC 7396), likewise. */
    static Draft patch(ObjectNode patch, List<Violation> changed, JobDefinition before) {
        var target = (ObjectNode) ApiJson.tree(before);
        target.set("jobData", data(before));
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
                        fields.integer("autoEnableAfterSeconds"));
        return new Draft(
                job, Stream.concat(changed.stream(), fields.violations().stream()).toList());
    }

    public static JsonNode data(JobDefinition job) {
        return ApiJson.stored(job.jobData());
    }

    /** The value of a field of a definition, where data is JSON and not text. */
    public static JsonNode value(String field, Object value) {
        return field.equals("jobData") && value != null
                ? ApiJson.stored((String) value)
                : ApiJson.tree(value);
    }

    /** A definition without what is so by default: read again it is the same. */
    public static ObjectNode declared(JobDefinition job) {
        var all = (ObjectNode) ApiJson.tree(job);
        all.set("jobData", data(job));
        var defaults = create(JsonNodeFactory.instance.objectNode()).wanted();
        var usual = (ObjectNode) ApiJson.tree(defaults);
        usual.set("jobData", data(defaults));
        usual.properties().stream()
                .filter(field -> field.getValue().equals(all.get(field.getKey())))
                .forEach(field -> all.remove(field.getKey()));
        ScheduleField.write(all, job);
        return all;
    }
}
