package io.milvaion.scheduler.declare.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.imports.SourceNote.Weight;
import io.milvaion.scheduler.declare.rule.SourceRule;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** An entry while it is read. */
final class SourceJob {

    /** Names of values that are nobody's business. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(pass|pwd|secret|token|api_?key|credential).*");

    private final String place;
    private final String name;
    private final ObjectNode job = JsonNodeFactory.instance.objectNode();
    private final List<SourceNote> notes = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private SourceRule rule;

    SourceJob(String place, String name) {
        this.place = place;
        this.name = name;
        job.put("displayName", name);
    }

    SourceJob set(String field, String value) {
        job.put(field, value);
        return this;
    }

    SourceJob set(String field, int value) {
        job.put(field, value);
        return this;
    }

    SourceJob jobType(String written) {
        return set("jobType", SourceNames.jobType(written));
    }

    /** Takes what is said of a job of ours. */
    void all(ObjectNode spec) {
        job.setAll(spec);
    }

    void tag(String tag) {
        job.withArray("tags").add(tag);
    }

    /** Off, as it is there. */
    SourceJob inactive() {
        job.put("active", false);
        return this;
    }

    /** Runs by triggers only. */
    SourceJob unscheduled() {
        return set("schedule", "none");
    }

    ObjectNode data() {
        return job.withObject("/jobData");
    }

    /** Marks a value of the data as secret if its name says so. */
    void guard(String pointer, String valueName) {
        if (SECRET.matcher(valueName).matches()) {
            job.withArray("secretFields").add(pointer);
            info(valueName, "Its value is shown to few, because of its name.");
        }
    }

    SourceJob data(String field, String value) {
        if (value != null && !value.isEmpty()) {
            data().put(field, value);
        }
        return this;
    }

    SourceJob data(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            data().set(field, value);
        }
        return this;
    }

    SourceJob lost(String what, String why) {
        return note(Weight.LOST, what, why);
    }

    SourceJob changed(String what, String why) {
        return note(Weight.CHANGED, what, why);
    }

    SourceJob info(String what, String why) {
        return note(Weight.INFO, what, why);
    }

    private SourceJob note(Weight weight, String what, String why) {
        notes.add(new SourceNote(weight, what, why));
        return this;
    }

    SourceJob refuse(String why) {
        refused.add(why);
        return this;
    }

    /** By what its source runs it; what is no such rule refuses the entry. */
    SourceJob runsBy(Supplier<SourceRule> reading) {
        try {
            rule = reading.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse("The schedule cannot be read: " + e.getMessage() + ".");
        }
        return this;
    }

    SourceRule rule() {
        return rule;
    }

    SourceEntry entry() {
        return new SourceEntry(place, name, job, List.copyOf(notes), List.copyOf(refused), rule);
    }
}
