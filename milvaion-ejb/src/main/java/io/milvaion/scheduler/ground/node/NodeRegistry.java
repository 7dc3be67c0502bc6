package io.milvaion.scheduler.ground.node;

import io.milvaion.platform.config.Release;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps this node's row in {@code nodes}, and removes those of nodes that are long gone. */
@ApplicationScoped
public class NodeRegistry {

    /**
     * A node that was not seen for this long is not counted on: three signs of life are missing.
     */
    public static final Duration SILENCE = Duration.ofSeconds(4);

    /** A node that has not been seen for this long is forgotten. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    @Inject Database database;
    @Inject NodeIdentity node;

    /** Says that this node is alive. */
    public void seen() {
        database.autocommit(
                connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    """
                                    with gone as (delete from nodes where last_seen_at < now() - ?::interval)
                                    insert into nodes (id, address, version, started_at, last_seen_at)
                                    values (?, ?, ?, now(), now())
                                        on conflict (id) do update set last_seen_at = now()""")) {
                        statement.setString(1, FORGOTTEN_AFTER.toSeconds() + " s");
                        statement.setString(2, node.id());
                        statement.setString(3, NodeIdentity.hostName());
                        statement.setString(4, Release.VERSION);
                        return statement.executeUpdate();
                    }
                });
    }

    /** Removes this node's row when it stops. */
    public void left() {
        database.autocommit(
                connection -> {
                    try (var statement =
                            connection.prepareStatement("delete from nodes where id = ?")) {
                        statement.setString(1, node.id());
                        return statement.executeUpdate();
                    }
                });
    }
}
