package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.redis.Generation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Counts in Redis and in PostgreSQL, and finds out which of them was set back; the rules are in the
 * package documentation. Safe to share.
 */
@ApplicationScoped
class Marks {

    private static final System.Logger LOG = System.getLogger(Marks.class.getName());
    private static final LuaScript READ = LuaScript.of(Marks.class, "mark.lua");
    private static final LuaScript ADVANCE = LuaScript.of(Marks.class, "advance.lua");

    private Database database;
    private Redis redis;
    private Generation generation;
    private Metrics metrics;

    protected Marks() {} // for the container's proxy

    @Inject
    Marks(Database database, Redis redis, Generation generation, Metrics metrics) {
        this.database = database;
        this.redis = redis;
        this.generation = generation;
        this.metrics = metrics;
    }

    /**
     * The highest term that Redis has seen; 0 without one.
     *
     * @param held the value of the leader's key, which must be the caller's
     */
    long termSeen(String held) {
        return stored(held).map(Mark::parse).orElse(Mark.NONE).term();
    }

    /**
     * The first marks of a term: what was set back until now is said and doubted.
     *
     * @return false if this node must not lead: its lease is gone or others write
     * @throws TermOver if the term is over
     */
    boolean begin(Term term, String held) {
        var both = look(term, held);
        both.flatMap(BothMarks::setBack).ifPresent(found -> doubt(term, found));
        return both.isPresent() && advance(term, held, both.get());
    }

    /**
     * A round within a term.
     *
     * @return what was set back: then nothing is written, and the term must end
     * @throws TermOver if the term is over
     */
    Optional<SetBack> round(Term term, String held) {
        var both = look(term, held);
        var setBack = both.flatMap(BothMarks::setBack);
        if (setBack.isEmpty()) {
            both.ifPresent(even -> advance(term, held, even));
        }
        return setBack;
    }

    /** Empty if the lease is another's. Redis first: see the package documentation. */
    private Optional<BothMarks> look(Term term, String held) {
        return stored(held).map(stored -> new BothMarks(stored, ofDatabase(term)));
    }

    private Optional<String> stored(String held) {
        return Optional.ofNullable((String) READ.call(redis.pool(), keys(), List.of(held)));
    }

    private Mark ofDatabase(Term term) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select coalesce(m.term, 0) as term, coalesce(m.number, 0) as number,
                                               coalesce(m.at, 'epoch') as at
                                          from leader_terms t left join leader_marks m on true
                                         where t.term = :term""")
                                .with("term", term.number())
                                .first(
                                        connection,
                                        row ->
                                                new Mark(
                                                        row.number("term"),
                                                        row.number("number"),
                                                        row.instant("at")))
                                .orElseThrow(() -> new TermOver(term)));
    }

    private void doubt(Term term, SetBack found) {
        generation.renew(redis.pool());
        database.transaction(
                connection -> {
                    new TermFence(term).check(connection);
                    found.write(connection);
                    return null;
                });
        LOG.log(System.Logger.Level.WARNING, "{0}. {1}", found.found(), found.done());
        metrics.repaired(found.kind(), 1);
    }

    private boolean advance(Term term, String held, BothMarks both) {
        var args =
                List.of(
                        held,
                        both.stored(),
                        Long.toString(term.number()),
                        Long.toString(both.next()));
        return Long.valueOf(1).equals(ADVANCE.call(redis.pool(), keys(), args))
                && advance(term, both.database().number(), both.next());
    }

    private boolean advance(Term term, long from, long next) {
        int written =
                database.autocommit(
                        connection ->
                                Sql.of(
                                                """
                                                insert into leader_marks as m (term, number, at)
                                                select t.term, :next, now() from leader_terms t
                                                 where t.term = :term
                                                    on conflict (only_row) do update
                                                   set term = excluded.term, number = excluded.number,
                                                       at = excluded.at
                                                 where m.number = :from""")
                                        .with("term", term.number())
                                        .with("from", from)
                                        .with("next", next)
                                        .update(connection));
        return written == 1;
    }

    private List<String> keys() {
        return List.of(redis.keys().leader(), redis.keys().mark());
    }
}
