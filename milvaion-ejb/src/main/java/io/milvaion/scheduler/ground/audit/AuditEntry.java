package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What was done, and by whom.
 *
 * @param at by the clock of the node
 */
public record AuditEntry(UUID id, Instant at, Actor actor, Deed deed, String node) {

    static AuditEntry of(Row row) throws SQLException {
        return new AuditEntry(
                row.uuid("id"), row.instant("at"), actor(row), deed(row), row.text("node"));
    }

    private static Actor actor(Row row) throws SQLException {
        var kind = row.text("credential");
        return new Actor(
                row.text("actor"),
                row.uuid("account_id"),
                kind == null
                        ? null
                        : new Actor.Credential(
                                kind, row.uuid("credential_id"), row.text("credential_name")),
                row.text("address"),
                row.uuid("request_id"));
    }

    private static Deed deed(Row row) throws SQLException {
        var type = row.text("object_type");
        return new Deed(
                row.text("action"),
                type == null
                        ? null
                        : new Deed.Target(type, row.text("object_id"), row.text("object_name")),
                row.text("before"),
                row.text("after"),
                Deed.Outcome.of(row.text("outcome")),
                row.integer("status"),
                row.text("detail"),
                row.integer("count"));
    }
}
