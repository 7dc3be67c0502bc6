package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** The account here of somebody from elsewhere. */
public record Shadow(UUID id, String name, boolean enabled, Set<String> roles) {

    static Shadow of(Row row) throws SQLException {
        return new Shadow(
                row.uuid("id"),
                row.text("name"),
                row.flag("enabled"),
                Set.copyOf(row.texts("roles")));
    }
}
