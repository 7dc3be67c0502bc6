package io.milvaion.launcher.rest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Builds the definition of a job; members that are not given have the scheduler's defaults. */
public final class NewJob {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode members = JSON.createObjectNode();

    private NewJob() {}

    /** Begins a job that is called like its type; it needs a plan. */
    public static NewJob aJob(String type) {
        return new NewJob().with("jobType", type).named(type);
    }

    public NewJob named(String name) {
        return with("displayName", name);
    }

    /** Plans it by a cron expression. */
    public NewJob every(String cron) {
        members.remove("executeAt");
        members.remove("schedule");
        return with("cronExpression", cron);
    }

    /** Plans it for one instant. */
    public NewJob once(Instant at) {
        members.remove("cronExpression");
        members.remove("schedule");
        return with("executeAt", at.toString());
    }

    /** Lets it run only when it is triggered. */
    public NewJob unscheduled() {
        members.remove("cronExpression");
        members.remove("executeAt");
        return with("schedule", "none");
    }

    /** Gives its runs this member of data. */
    public NewJob data(String name, Object value) {
        members.withObject("/jobData").set(name, JSON.valueToTree(value));
        return this;
    }

    /** Sets any member by its name in the REST interface. */
    public NewJob with(String name, Object value) {
        members.set(name, JSON.valueToTree(value));
        return this;
    }

    public ObjectNode build() {
        return members.deepCopy();
    }
}
