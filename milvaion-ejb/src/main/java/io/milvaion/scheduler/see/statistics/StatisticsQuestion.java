package io.milvaion.scheduler.see.statistics;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.tally.TallySubject;
import java.util.UUID;

/**
 * Whose runs are meant.
 *
 * @param jobId or null
 * @param jobType or null; of whoever reaches some jobs only, jobs that are of this type now
 * @param reach of whoever asks
 */
public record StatisticsQuestion(UUID jobId, String jobType, Reach reach) {

    /** Adds which rows of tallies {@code r} these are. */
    Sql narrow(Sql select) {
        if (jobId != null) {
            return reach.narrow(select, "r.subject")
                    .where("r.subject = :jobId", jobId)
                    .where("r.subject in (select id from jobs where job_type = :jobType)", jobType);
        }
        if (reach.isEverything()) {
            return select.where(
                    "r.subject = :subject",
                    jobType == null ? TallySubject.ALL : TallySubject.ofType(jobType));
        }
        return reach.narrow(select, "r.subject")
                .where("r.subject in (select id from jobs where job_type = :jobType)", jobType);
    }
}
