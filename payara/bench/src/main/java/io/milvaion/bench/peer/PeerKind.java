package io.milvaion.bench.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import org.jobrunr.scheduling.JobScheduler;
import org.quartz.core.QuartzScheduler;

/** The schedulers to compare with. */
public enum PeerKind {
    DB_SCHEDULER_FETCH("db_scheduler_fetch", "db-scheduler, fetch", Scheduler.class) {
        @Override
        Peer over(HikariDataSource pool, int threads) {
            return DbSchedulerPeer.fetching(pool, threads);
        }
    },
    DB_SCHEDULER_LOCK("db_scheduler_lock", "db-scheduler, lock-and-fetch", Scheduler.class) {
        @Override
        Peer over(HikariDataSource pool, int threads) {
            return DbSchedulerPeer.lockingAndFetching(pool, threads);
        }
    },
    JOBRUNR("jobrunr", "JobRunr", JobScheduler.class) {
        @Override
        Peer over(HikariDataSource pool, int threads) {
            return new JobRunrPeer(pool, threads);
        }
    },
    QUARTZ("quartz", "Quartz", QuartzScheduler.class) {
        @Override
        Peer over(HikariDataSource pool, int threads) {
            return new QuartzPeer(pool, threads);
        }
    };

    private final String option;
    private final String title;
    private final Class<?> library;

    PeerKind(String option, String title, Class<?> library) {
        this.option = option;
        this.title = title;
        this.library = library;
    }

    /**
     * Those with these options, all of them if none is given.
     *
     * @throws IllegalArgumentException if there is no such peer
     */
    public static List<PeerKind> chosen(List<String> options) {
        return options.isEmpty() ? List.of(values()) : options.stream().map(PeerKind::of).toList();
    }

    static PeerKind of(String option) {
        return Stream.of(values())
                .filter(kind -> kind.option.equals(option))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "bench.peers: '%s' is none of %s"
                                                .formatted(
                                                        option,
                                                        Stream.of(values())
                                                                .map(PeerKind::option)
                                                                .toList())));
    }

    public String option() {
        return option;
    }

    public String title() {
        return title;
    }

    /** A class of the library that is measured. */
    public Class<?> library() {
        return library;
    }

    /**
     * Makes it; it is not yet started.
     *
     * @param threads runs at once
     */
    abstract Peer over(HikariDataSource pool, int threads);
}
