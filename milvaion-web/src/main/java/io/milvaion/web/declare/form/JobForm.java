package io.milvaion.web.declare.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.kind.JobKind;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.job.catalog.SecretEdit;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.job.definition.JobJson;
import io.milvaion.web.job.definition.JobView;
import io.milvaion.web.job.definition.ScheduleField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Jobs as the API reads them. One difference: without {@code active} a job that is there stays on
 * or off, so that nobody's pause ends with the next change of something else.
 */
@ApplicationScoped
public class JobForm implements Form<JobDefinition> {

    private static final String ACTIVE = "active";
    private static final String DATA = "jobData";
    private static final String SECRETS = "secretFields";

    @Inject JobKind kind;

    @Override
    public ObjectKind<JobDefinition> kind() {
        return kind;
    }

    @Override
    public Permission reads() {
        return Permission.JOB_READ;
    }

    @Override
    public Permission writes() {
        return Permission.JOB_WRITE;
    }

    @Override
    public WantedObject<JobDefinition> read(
            String name, ObjectNode spec, JobDefinition before, Caller caller) {
        var body = before == null ? spec : like(before, spec.deepCopy());
        var seen = caller.rights().reach(Permission.JOB_SECRETS);
        var draft = SecretEdit.of(before, JobJson.create(body), seen);
        return new WantedObject<>(draft.wanted(), draft.unreadable());
    }

    /** Data that only has another order or other spaces is the same. */
    private static ObjectNode like(JobDefinition before, ObjectNode spec) {
        if (!spec.has(ACTIVE)) {
            spec.put(ACTIVE, before.active());
        }
        if (!spec.has(SECRETS)) {
            spec.set(SECRETS, ApiJson.tree(before.secretFields()));
        }
        var stored = JobJson.data(before);
        if (stored.equals(spec.get(DATA))) {
            spec.set(DATA, stored);
        }
        return spec;
    }

    @Override
    public ObjectNode write(JobDefinition is) {
        return JobJson.declared(kind.shown(is));
    }

    @Override
    public JsonNode value(String field, Object value) {
        return JobJson.value(field, value);
    }

    @Override
    public ObjectNode schema() {
        var schema = RecordSchema.of(JobView.class);
        for (var way : ScheduleField.ways()) {
            schema.withArray("anyOf").addObject().putArray("required").add(way);
        }
        return schema;
    }
}
