package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.MergePatch;
import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.ReadOnlyFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads definitions from JSON, and writes them as it reads them. */
public final class JobJson {

    private static final String DATA = "jobData";
    private static final String POLICY = "concurrentExecutionPolicy";

    private static final String SECRET_FIELDS = "secretFields";

    static final ReadOnlyFields READ_ONLY =
            ReadOnlyFields.of(
                    JobView.class,
                    Set.of("consecutiveFailures", "warnings"), // and in no version
                    Set.of("nextRunAt"));

    private static final Words<OverlapPolicy> POLICIES =
            Words.of(OverlapPolicy.class).numbered(OverlapPolicy::code);
    private static final Words<MisfirePolicy> MISFIRES = Words.of(MisfirePolicy.class);
    private static final Words<String> ON_WORKER_LOST = Words.of("retry", "unknown");
    private static final Words<String> ON_ABANDONED = Words.of("wait", "goOn");

    private JobJson() {}

    /** Reads a new job. */
    public static Draft create(ObjectNode body) {
        return read(body, List.of());
    }

    /**
     * Reads what replaces a job.
     *
     * @param changed what it does to {@link #READ_ONLY}
     * @param before what is marked secret in it stays so unless the body says which fields are
     */
    static Draft replace(ObjectNode body, List<Violation> changed, JobDefinition before) {
        var replacing = READ_ONLY.without(body);
        if (!replacing.has(SECRET_FIELDS)) {
            replacing.set(SECRET_FIELDS, ApiJson.tree(before.secretFields()));
        }
        return read(replacing, changed);
    }

    /** Applies a merge patch (RFC 7396), likewise. */
    static Draft patch(ObjectNode patch, List<Violation> changed, JobDefinition before) {
        var target = (ObjectNode) ApiJson.tree(before);
        var data = SecretData.of(before.jobData(), before.secretFields());
        target.set(DATA, ApiJson.stored(data.masked())); // so that no guess looks like it
        var changes = READ_ONLY.without(patch);
        var patched = (ObjectNode) MergePatch.apply(target, changes);
        ScheduleField.keep(patched, changes, before);
        return read(patched, changed);
    }

    private static Draft read(ObjectNode body, List<Violation> changed) {
        var fields = new Fields(body);
        var data = fields.object(DATA);
        ScheduleField.check(fields);
        var job =
                new JobDefinition(
                        fields.text("displayName"),
                        fields.text("description"),
                        fields.texts("tags"),
                        fields.text("workerGroup"),
                        fields.text("jobType"),
                        data == null ? "{}" : data.toString(),
                        ScheduleInput.read(fields),
                        fields.flag("active", true),
                        policy(fields).code(),
                        fields.integer("maxConcurrent"),
                        fields.integer("timeoutSeconds"),
                        fields.integer("maxRetries"),
                        fields.integer("retryBaseSeconds"),
                        fields.word("misfirePolicy", MISFIRES, MisfirePolicy.ONCE).wire(),
                        fields.word("onWorkerLost", ON_WORKER_LOST, "retry"),
                        fields.word("onAbandoned", ON_ABANDONED, null),
                        fields.integer("autoDisableAfter"),
                        fields.integer("autoDisableWindowSeconds"),
                        fields.integer("autoEnableAfterSeconds"),
                        fields.texts(SECRET_FIELDS));
        return new Draft(
                job, Stream.concat(changed.stream(), fields.violations().stream()).toList());
    }

    /** A wrong one goes with everything, so that nothing else is called wrong for it. */
    private static OverlapPolicy policy(Fields fields) {
        return fields.word(
                POLICY, POLICIES, fields.has(POLICY) ? OverlapPolicy.PARALLEL : OverlapPolicy.SKIP);
    }

    public static JsonNode data(JobDefinition job) {
        return ApiJson.stored(job.jobData());
    }

    /** The value of a field of a definition as answers show it. */
    public static JsonNode value(String field, Object value) {
        return switch (value == null ? "" : field) {
            case DATA -> ApiJson.stored((String) value);
            case POLICY ->
                    JsonNodeFactory.instance.textNode(Words.of(OverlapPolicy.of((Integer) value)));
            default -> ApiJson.tree(value);
        };
    }

    /** A definition without what is so by default: read again it is the same. */
    public static ObjectNode declared(JobDefinition job) {
        var all = tree(job);
        var defaults = create(JsonNodeFactory.instance.objectNode()).wanted();
        tree(defaults).properties().stream()
                .filter(field -> field.getValue().equals(all.get(field.getKey())))
                .forEach(field -> all.remove(field.getKey()));
        ScheduleField.write(all, job);
        return all;
    }

    /** A definition as answers show it. */
    public static ObjectNode tree(JobDefinition job) {
        var tree = (ObjectNode) ApiJson.tree(job);
        tree.set(DATA, data(job));
        tree.set(POLICY, value(POLICY, job.concurrentExecutionPolicy()));
        return tree;
    }
}
