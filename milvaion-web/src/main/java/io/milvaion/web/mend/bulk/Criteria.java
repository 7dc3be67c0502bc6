package io.milvaion.web.mend.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.mend.bulk.BulkAction;
import io.milvaion.scheduler.mend.bulk.BulkTarget;
import io.milvaion.scheduler.mend.bulk.Selection;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.job.definition.JobCriteria;
import io.milvaion.web.mend.deadletter.FailureFilterBody;
import io.milvaion.web.mend.deadletter.LetterFilterBody;
import io.milvaion.web.run.occurrence.RunCriteria;

/** Criteria of one of the lists: those that its query takes, as members of an object. */
public sealed interface Criteria {

    record OfJobs(JobCriteria is) implements Criteria {}

    record OfRuns(RunCriteria is) implements Criteria {}

    record OfFailures(FailureFilterBody is) implements Criteria {}

    record OfLetters(LetterFilterBody is) implements Criteria {}

    /** What was read, a record whose absent members are null. */
    Record is();

    /** What was read, as JSON. */
    default String text() {
        return text(is());
    }

    static String text(Record criteria) {
        var tree = (ObjectNode) ApiJson.tree(criteria);
        tree.properties().removeIf(member -> member.getValue().isNull());
        return tree.toString();
    }

    static Criteria in(BulkTarget list, Fields fields) {
        return switch (list) {
            case JOBS -> new OfJobs(JobCriteria.in(fields));
            case OCCURRENCES -> new OfRuns(RunCriteria.in(fields));
            case FAILED_OCCURRENCES -> new OfFailures(FailureFilterBody.in(fields));
            case DEAD_LETTERS -> new OfLetters(LetterFilterBody.in(fields));
        };
    }

    /** Likewise; only such items are meant as something can be done to. */
    static Criteria in(BulkAction action, Fields fields) {
        var criteria = in(action.target(), fields);
        if (criteria instanceof OfRuns runs
                && runs.is().state() != null
                && runs.is().state().isFinal()) {
            fields.wrong("state", "Only open runs can be cancelled: queued, running.");
        }
        return criteria;
    }

    /** The items that an action is for. */
    default Selection selection(BulkAction action, Reach reach) {
        if (this instanceof OfJobs jobs) {
            return Selection.jobs(jobs.is().meant(reach));
        }
        if (this instanceof OfRuns runs) {
            return Selection.openRuns(runs.is().meant(reach));
        }
        if (this instanceof OfLetters letters) {
            return Selection.letters(letters.is().meant(reach));
        }
        var failures = ((OfFailures) this).is().meant(reach);
        return switch (action) {
            case REPLAY_FAILURES -> Selection.failuresToReplay(failures);
            case RESOLVE_FAILURES -> Selection.unresolvedFailures(failures);
            default -> Selection.failures(failures);
        };
    }
}
