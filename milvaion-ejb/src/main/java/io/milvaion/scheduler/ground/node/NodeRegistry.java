package io.milvaion.scheduler.ground.node;

import io.milvaion.platform.config.Release;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

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

    private final AtomicReference<String> news = new AtomicReference<>();

    /**
     * Has the next heartbeat tell what this node measures of itself.
     *
     * @param figures the text of a JSON object
     */
    public void tell(String figures) {
        news.set(figures);
    }

    /** Says that this node is alive. */
    public void seen() {
        var figures = news.getAndSet(null);
        database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        with gone as (
                                            delete from nodes
                                             where last_seen_at < now() - :forgottenAfter::interval)
                                        insert into nodes as n
                                               (id, address, version, started_at, last_seen_at,
                                                figures, figures_at)
                                        select :id, :address, :version, now(), now(), f.figures,
                                               case when f.figures is not null then now() end
                                          from (select :figures::jsonb as figures) f
                                            on conflict (id) do update
                                           set last_seen_at = now(),
                                               figures = coalesce(excluded.figures, n.figures),
                                               figures_at =
                                                   coalesce(excluded.figures_at, n.figures_at)""")
                                .with("forgottenAfter", FORGOTTEN_AFTER.toSeconds() + " s")
                                .with("id", node.id())
                                .with("address", NodeIdentity.hostName())
                                .with("version", Release.VERSION)
                                .with("figures", figures)
                                .update(connection));
    }

    /** Removes this node's row when it stops. */
    public void left() {
        database.autocommit(
                connection ->
                        Sql.of("delete from nodes where id = :id")
                                .with("id", node.id())
                                .update(connection));
    }
}
