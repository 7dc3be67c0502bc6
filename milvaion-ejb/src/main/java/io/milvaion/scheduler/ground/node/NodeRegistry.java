package io.milvaion.scheduler.ground.node;

import io.milvaion.platform.config.Release;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
    private volatile KnownZones zones; // null: nobody has told yet
    private volatile boolean stands;
    private volatile List<Candidate> candidates = List.of();

    /**
     * Has the next heartbeat tell what this node measures of itself.
     *
     * @param figures the text of a JSON object
     */
    public void tell(String figures) {
        news.set(figures);
    }

    /** Has each heartbeat tell which time zones this node knows. */
    public void tell(KnownZones known) {
        zones = known;
    }

    /** Has each heartbeat tell whether this node would lead. */
    public void stands(boolean would) {
        stands = would;
    }

    /** The other nodes that would lead, as of the last heartbeat. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** Says that this node is alive, and looks who else is. */
    public void seen() {
        var figures = news.getAndSet(null);
        var known = zones;
        database.autocommit(
                connection -> {
                    var told = seen(connection, figures);
                    if (known != null && !(known.rules() + " " + known.source()).equals(told)) {
                        tell(connection, known);
                    }
                    candidates = candidates(connection);
                    return null;
                });
    }

    /** Returns the version of the rules that the row tells. */
    private String seen(Connection connection, String figures) throws SQLException {
        return Sql.of(
                        """
                                        with gone as (
                                            delete from nodes
                                             where last_seen_at < now() - :forgottenAfter::interval)
                                        insert into nodes as n
                                               (id, address, version, started_at, last_seen_at,
                                                stands, figures, figures_at)
                                        select :id, :address, :version, now(), now(), :stands, f.figures,
                                               case when f.figures is not null then now() end
                                          from (select :figures::jsonb as figures) f
                                            on conflict (id) do update
                                           set last_seen_at = now(), stands = excluded.stands,
                                               figures = coalesce(excluded.figures, n.figures),
                                               figures_at =
                                                   coalesce(excluded.figures_at, n.figures_at)
                                        returning zone_rules || ' ' || zone_source as told""")
                .with("forgottenAfter", FORGOTTEN_AFTER.toSeconds() + " s")
                .with("id", node.id())
                .with("address", NodeIdentity.hostName())
                .with("version", Release.VERSION)
                .with("stands", stands)
                .with("figures", figures)
                .one(connection, row -> row.text("told"));
    }

    private void tell(Connection connection, KnownZones known) throws SQLException {
        Sql.of(
                        """
                        update nodes set zone_rules = :rules, zone_source = :source, zones = :zones
                         where id = :id""")
                .with("rules", known.rules())
                .with("source", known.source())
                .texts("zones", known.names())
                .with("id", node.id())
                .update(connection);
    }

    private List<Candidate> candidates(Connection connection) throws SQLException {
        return Sql.of("select id, zone_rules from nodes")
                .where("id <> :id", node.id())
                .where("stands and zone_rules is not null")
                .where("last_seen_at > now() - :silence::interval", SILENCE.toSeconds() + " s")
                .then("order by id")
                .list(connection, row -> new Candidate(row.text("id"), row.text("zone_rules")));
    }

    /** The living nodes that tell which time zones they know, and do not know this one. */
    public List<String> notKnowing(String zone) {
        return database.autocommit(
                connection ->
                        Sql.of("select id || ' (' || zone_rules || ')' as node from nodes")
                                // offsets such as UTC+3 are in no list, and known to all
                                .where(
                                        "exists (select 1 from nodes k where :zone = any (k.zones))",
                                        zone)
                                .where("not zones @> array[:zone::text]")
                                .where(
                                        "last_seen_at > now() - :silence::interval",
                                        SILENCE.toSeconds() + " s")
                                .then("order by id limit 20")
                                .list(connection, row -> row.text("node")));
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
