package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.redis.Generation;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Leaders that count in a Redis and a database of their own, and backups of both. */
final class MarkScene implements AutoCloseable {

    static final Duration LEASE = Duration.ofMillis(200);

    final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    final DataSource source = Services.ownSource();
    final Database database = Database.over(source);

    /** A node that seeks the lease, begins a term and counts in it. */
    final class Leader {
        private final String name;
        private final Database own;
        private final Marks marks;
        private final LeaseStore lease =
                new LeaseStore(
                        redis.pool(),
                        redis.keys(),
                        new LeaderSettings(
                                Duration.ofMinutes(10),
                                LEASE,
                                Duration.ofSeconds(-10),
                                Duration.ofSeconds(1)));
        private Term term;

        Leader(String name) {
            this(name, database);
        }

        /**
         * @param own the way of this node to the database
         */
        Leader(String name, Database own) {
            this.name = name;
            this.own = own;
            this.marks = new Marks(own, redis, new Generation(redis), new Metrics());
        }

        /** Seeks the lease as a node does; returns whether it leads now. */
        boolean leads() {
            var candidacy = name + " " + UUID.randomUUID();
            if (!lease.acquire(name, candidacy)) {
                return false;
            }
            long seen = marks.termSeen(candidacy);
            term = new Term(own.transaction(c -> Terms.next(c, name, seen)));
            return lease.renew(candidacy, held()) && marks.begin(term, held());
        }

        /** Whether it still leads after this round. */
        boolean goesOn() {
            return marks.round(term, held()).isEmpty() && lease.renew(held(), held());
        }

        void resign() {
            lease.release(held());
        }

        long term() {
            return term.number();
        }

        private String held() {
            return name + " " + term.number();
        }
    }

    long inRedis() {
        var stored = redis.pool().get(redis.keys().mark());
        return stored == null ? 0 : Mark.parse(stored).number();
    }

    long inDatabase() {
        return database.autocommit(
                c -> Sql.of("select number from leader_marks").one(c, row -> row.number("number")));
    }

    String generation() {
        return redis.pool().get(redis.keys().generation());
    }

    /** What has been found, oldest first. */
    List<String> found() {
        return database.autocommit(
                c ->
                        Sql.of("select kind || ': ' || found as text from repairs order by id")
                                .list(c, row -> row.text("text")));
    }

    /** All keys as they are now. */
    Map<String, byte[]> redisBackup() {
        var backup = new HashMap<String, byte[]>();
        for (var key : redis.pool().keys(redis.keys().prefix() + "*")) {
            backup.put(key, redis.pool().dump(key));
        }
        return backup;
    }

    /** Sets Redis back without a restart; the present leader keeps its lease if it had it then. */
    void restoreRedis(Map<String, byte[]> backup) {
        for (var key : redis.pool().keys(redis.keys().prefix() + "*")) {
            redis.pool().del(key);
        }
        backup.forEach((key, value) -> redis.pool().restore(key, 0, value));
        redis.pool().pexpire(redis.keys().leader(), Duration.ofMinutes(10).toMillis());
    }

    void backUpDatabase() {
        execute("create table backup_terms as table leader_terms");
        execute("create table backup_marks as table leader_marks");
    }

    void restoreDatabase() {
        database.transaction(
                c -> {
                    Sql.of("delete from leader_terms").update(c);
                    Sql.of("delete from leader_marks").update(c);
                    Sql.of("insert into leader_terms select * from backup_terms").update(c);
                    return Sql.of("insert into leader_marks select * from backup_marks").update(c);
                });
    }

    void execute(String statement) {
        database.autocommit(c -> Sql.of(statement).update(c));
    }

    @Override
    public void close() {
        redis.close();
    }
}
