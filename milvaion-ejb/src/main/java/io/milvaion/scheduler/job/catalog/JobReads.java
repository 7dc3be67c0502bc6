package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Reads a job. An enterprise bean for the same reason as {@link JobStore}. */
@Stateless
@Interceptors(ServersAway.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class JobReads {

    private static final String PLANNED =
            "select new io.milvaion.scheduler.job.catalog.PlannedJob(j, s.nextRunAt, f)"
                    + " from Job j join NextRun s on s.jobId = j.id"
                    + " left join FailureState f on f.jobId = j.id";

    @PersistenceContext(unitName = "milvaion")
    EntityManager entities;

    public PlannedJob require(UUID id) {
        return find(id).orElseThrow(() -> new NotFound(NotFound.What.JOB, id));
    }

    public Optional<PlannedJob> find(UUID id) {
        return entities.createQuery(
                        PLANNED + " where j.id = :id and j.deletedAt is null", PlannedJob.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
