package io.milvaion.scheduler.job.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The part of a job's schedule that lists show. Read only: {@link ScheduleRow} writes it. */
@Entity
@Immutable
@Table(name = "job_schedule")
public class NextRun {

    @Id private UUID jobId;
    private Instant nextRunAt;

    protected NextRun() {} // for Hibernate

    UUID jobId() {
        return jobId;
    }

    Instant nextRunAt() {
        return nextRunAt;
    }
}
