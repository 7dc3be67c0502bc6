package io.milvaion.scheduler.see.queue;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.flow.RunQueue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which queues of runs there are to look at. */
final class KnownQueues {

    private static final int MOST = 200;

    private KnownQueues() {}

    /**
     * Those of job types that live workers have, and those given.
     *
     * @return by name, 200 at most; those given come first
     */
    static List<RunQueue> all(Database database, Collection<RunQueue> busy) {
        Set<RunQueue> all = new TreeSet<>(Comparator.comparing(RunQueue::name));
        busy.stream().limit(MOST).forEach(all::add);
        ofWorkers(database).stream().limit(MOST - all.size()).forEach(all::add);
        return List.copyOf(all);
    }

    private static List<RunQueue> ofWorkers(Database database) {
        return database
                .autocommit(
                        connection ->
                                Sql.of(
                                                """
                                                select distinct c ->> 'jobType' as job_type
                                                  from workers w, jsonb_array_elements(w.consumers) c
                                                 where w.last_seen_at > now() - interval '30 seconds'
                                                   and c ->> 'jobType' is not null
                                                 order by 1 limit :limit""")
                                        .with("limit", MOST)
                                        .list(connection, row -> row.text("job_type")))
                .stream()
                .filter(type -> JobType.FORM.matcher(type).matches())
                .map(type -> new RunQueue(type, null))
                .toList();
    }
}
