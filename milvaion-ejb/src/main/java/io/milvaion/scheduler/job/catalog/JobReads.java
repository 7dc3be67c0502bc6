package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Locale;
import java.util.UUID;

/** Reads definitions. An enterprise bean for the same reason as {@link JobStore}. */
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
        return entities.createQuery(
                        PLANNED + " where j.id = :id and j.deletedAt is null", PlannedJob.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new NotFound(NotFound.What.JOB, id));
    }

    public JobPage list(JobFilter filter) {
        var jobs =
                entities.createQuery(PLANNED + filter.where() + filter.orderBy(), PlannedJob.class);
        // rows instead of a count: the limit of a subquery would need an order, which costs more
        var counted = entities.createQuery("select 1 from Job j" + filter.where(), Integer.class);
        bind(jobs, filter);
        bind(counted, filter);
        jobs.setFirstResult(filter.page() * filter.size()).setMaxResults(filter.size());
        counted.setMaxResults(JobPage.COUNTED + 1);
        return JobPage.of(jobs.getResultList(), counted.getResultList().size());
    }

    private static void bind(Query query, JobFilter filter) {
        if (filter.text() != null) {
            query.setParameter("text", pattern(filter.text()));
        }
        if (filter.tag() != null) {
            query.setParameter("tag", filter.tag());
        }
        if (filter.active() != null) {
            query.setParameter("active", filter.active());
        }
    }

    private static String pattern(String text) {
        var escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
    }
}
