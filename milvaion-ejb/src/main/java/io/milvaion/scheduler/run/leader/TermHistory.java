package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The last terms in {@code leader_history}. Which term began is written where it is counted; why it
 * ended its node says as well as it can, and if it cannot, the beginning of the next one ends it.
 */
@ApplicationScoped
public class TermHistory {

    private static final System.Logger LOG = System.getLogger(TermHistory.class.getName());
    private static final int KEPT = 100;
    private static final int LIMIT_SECONDS = 1;

    private Database database;

    protected TermHistory() {} // for the container's proxy

    @Inject
    public TermHistory(Database database) {
        this.database = database;
    }

    /** Ends what was not ended, and forgets terms that are long over. */
    static void begin(Connection connection, long term, String node) throws SQLException {
        Sql.of(
                        """
                        with over as (
                            update leader_history
                               set ended_at = now(),
                                   reason = 'its node fell silent, or gave it up before it led'
                             where ended_at is null and term <> :term),
                             old as (
                            delete from leader_history
                             where term <= (select term from leader_history
                                             order by term desc offset :kept limit 1))
                        insert into leader_history (term, node, began_at)
                        values (:term, :node, now())
                            on conflict (term) do nothing""")
                .with("term", term)
                .with("node", node)
                .with("kept", KEPT - 1)
                .update(connection);
    }

    /**
     * Says why this node leads no longer. Its word counts more than what the next leader thinks.
     *
     * @param reason one sentence for a person
     */
    void ended(Term term, String reason) {
        try {
            database.autocommit(
                    connection ->
                            Sql.of(
                                            """
                                            update leader_history
                                               set ended_at = coalesce(ended_at, now()),
                                                   reason = :reason
                                             where term = :term""")
                                    .answeredWithin(LIMIT_SECONDS)
                                    .with("term", term.number())
                                    .with("reason", reason)
                                    .update(connection));
        } catch (DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "the next leader ends the term", e);
        }
    }
}
