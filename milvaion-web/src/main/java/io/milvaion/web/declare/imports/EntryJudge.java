package io.milvaion.web.declare.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.imports.Comparison;
import io.milvaion.scheduler.declare.imports.SourceEntry;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.web.declare.form.JobForm;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.job.definition.JobJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says of entries what jobs they become, and whether these are allowed and run alike. */
record EntryJudge(JobForm form, ImportQuery query, Caller caller, Instant now) {

    JudgedEntry judge(SourceEntry entry) {
        var name = (query.prefix() == null ? "" : query.prefix()) + entry.name();
        var job = entry.job().deepCopy();
        give(job);
        ApiJson.requireUsable(job);
        var errors = new ArrayList<>(entry.refused());
        if (errors.isEmpty()) {
            violations(name, job).forEach(v -> errors.add(v.field() + ": " + v.message()));
        }
        var runs =
                errors.isEmpty()
                        ? timetable(job).map(ours -> Comparison.of(entry.rule(), ours, now))
                        : Optional.<Comparison>empty();
        return new JudgedEntry(entry, name, job, List.copyOf(errors), runs.orElse(null));
    }

    private void give(ObjectNode job) {
        if (query.jobType() != null) {
            job.put("jobType", query.jobType());
        }
        if (query.workerGroup() != null) {
            job.put("workerGroup", query.workerGroup());
        }
        boolean listed = !job.has("tags") || job.get("tags").isArray();
        if (query.tag() != null && listed) { // what is no list is named as wrong
            job.withArray("tags").add(query.tag());
        }
    }

    private List<Violation> violations(String name, ObjectNode job) {
        var wanted = form.read(name, job, null, caller);
        return form.kind().violations(wanted, null, now);
    }

    /** Without what moves each run by itself: the source's own offsets are others in any case. */
    private static Optional<Timetable> timetable(ObjectNode job) {
        return JobJson.create(job).wanted().schedule().withoutOffsets().readable(null);
    }
}
