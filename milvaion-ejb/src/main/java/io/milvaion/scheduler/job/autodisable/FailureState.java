package io.milvaion.scheduler.job.autodisable;

import io.milvaion.scheduler.ground.persistence.Row;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The part of a job's failures that its readers see. Read only: {@link
 * io.milvaion.scheduler.job.autodisable} writes it.
 */
@Entity
@Immutable
@Table(name = "job_failures")
public class FailureState {

    @Id private UUID jobId;
    private int failures;
    private Instant disabledAt;
    private String disabledReason;
    private Instant enablesAt;

    protected FailureState() {} // for Hibernate

    /** Reads it for a list. */
    public static FailureState of(Row row) throws SQLException {
        var state = new FailureState();
        state.failures = row.integer("failures");
        state.disabledAt = row.instant("disabled_at");
        state.disabledReason = row.text("disabled_reason");
        state.enablesAt = row.instant("enables_at");
        return state;
    }

    UUID jobId() {
        return jobId;
    }

    /** Consecutive ones, since the last success. */
    public int failures() {
        return failures;
    }

    /** When failures have deactivated the job; null unless they have. */
    public Instant disabledAt() {
        return disabledAt;
    }

    public String disabledReason() {
        return disabledReason;
    }

    /** When the scheduler enables the job again; null if it does not. */
    public Instant enablesAt() {
        return enablesAt;
    }
}
