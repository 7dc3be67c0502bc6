package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was recorded, once it is sealed: about a second later. */
@ApplicationScoped
public class AuditTrail {

    private static final String FROM = "select * from audit_entries e";

    private Database database;

    protected AuditTrail() {} // for the container's proxy

    @Inject
    public AuditTrail(Database database) {
        this.database = database;
    }

    /**
     * @param after the last number of the page before, or null: the list goes from new to old
     */
    public List<SealedEntry> list(TrailFilter filter, Long after, int limit) {
        return database.autocommit(
                connection ->
                        filter.conditions(Sql.of(FROM))
                                .where("e.number < :after", after)
                                .then("order by e.number desc limit :limit")
                                .with("limit", limit)
                                .plannedEachTime()
                                .list(connection, SealedEntry::of));
    }

    public Optional<SealedEntry> find(UUID id) {
        return database.autocommit(
                connection ->
                        Sql.of(FROM).where("e.id = :id", id).first(connection, SealedEntry::of));
    }
}
