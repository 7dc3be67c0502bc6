package io.milvaion.scheduler.declare.kind;

import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.catalog.JobChanges;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Jobs. Their names in documents are labels of their own: display names need not differ. */
@ApplicationScoped
public class JobKind implements ObjectKind<JobDefinition> {

    @Inject JobChanges changes;

    @Override
    public String name() {
        return "Job";
    }

    @Override
    public Map<String, JobDefinition> present(
            Connection connection, Collection<String> ids, boolean locked) throws SQLException {
        var uuids = ids.stream().map(UUID::fromString).toList();
        return byText(JobChanges.definitions(connection, uuids, locked));
    }

    @Override
    public boolean isReached(JobDefinition is, Reach jobs) {
        return jobs.includes(is.tags(), is.workerGroup());
    }

    @Override
    public JobDefinition shown(JobDefinition is) {
        return is.withData(SecretData.of(is.jobData(), is.secretFields()).masked());
    }

    @Override
    public Map<String, String> names(Connection connection) throws SQLException {
        var names = byText(JobChanges.names(connection));
        names.replaceAll(JobName::of);
        return names;
    }

    @Override
    public List<Violation> violations(
            WantedObject<JobDefinition> wanted, JobDefinition before, Instant now) {
        return new Draft(wanted.value(), wanted.unreadable()).violations(before, now);
    }

    @Override
    public Done create(Connection connection, String name, JobDefinition wanted, String actor) {
        return done(changes.create(wanted, actor));
    }

    @Override
    public Done edit(Connection connection, String id, JobDefinition wanted, String actor) {
        return done(changes.edit(UUID.fromString(id), wanted, actor));
    }

    @Override
    public Done delete(Connection connection, String id, String actor) {
        return done(changes.delete(UUID.fromString(id), actor));
    }

    private static Done done(JobChanges.Done done) {
        return new Done(done.id().toString(), done.afterwards());
    }

    private static <V> Map<String, V> byText(Map<UUID, V> byId) {
        var byText = new HashMap<String, V>();
        byId.forEach((id, value) -> byText.put(id.toString(), value));
        return byText;
    }
}
