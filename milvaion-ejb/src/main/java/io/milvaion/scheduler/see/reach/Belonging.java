package io.milvaion.scheduler.see.reach;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;

/** What a request can name by its id, and to which job that belongs. */
public enum Belonging {
    /** Also a deleted one. */
    JOB("jobs s", "s.id", "s.id", NotFound.What.JOB),
    OCCURRENCE("occurrences s", "s.id", "s.job_id", NotFound.What.OCCURRENCE),
    FAILED_OCCURRENCE(
            "failed_occurrences s", "s.occurrence_id", "s.job_id", NotFound.What.FAILED_OCCURRENCE),
    /** One that is not about one run belongs to no job. */
    DEAD_LETTER(
            "dead_letters d join occurrences s on s.id = d.occurrence_id",
            "d.id",
            "s.job_id",
            NotFound.What.DEAD_LETTER),
    /** It belongs to the jobs of all its items. */
    REPLAY("operations r", "r.id", "i.job_id", NotFound.What.REPLAY);

    private final String from;
    private final String id;
    private final String jobId;
    private final NotFound.What what;

    Belonging(String from, String id, String jobId, NotFound.What what) {
        this.from = from;
        this.id = id;
        this.jobId = jobId;
        this.what = what;
    }

    /** What is not found when it is not reached. */
    public NotFound.What what() {
        return what;
    }

    Sql narrowed(Reach reach) {
        var select = Sql.of("select from " + from);
        return this == REPLAY
                ? reach.narrowToAll(select, "operation_items i where i.operation_id = r.id", jobId)
                : reach.narrow(select, jobId);
    }

    String id() {
        return id;
    }
}
