package io.milvaion.scheduler.see.overview;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has the jobs counted again and again, and rests 100 times as long as a count took, between a
 * second and a minute: few jobs have numbers of this second, and many cost a hundredth of a
 * connection.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobCountLoop {

    private static final System.Logger LOG = System.getLogger(JobCountLoop.class.getName());
    private static final int REST = 100;
    private static final long SHORTEST_REST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_REST = TimeUnit.MINUTES.toNanos(1);

    @Inject JobCounts counts;
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor loop;

    @PostConstruct
    void start() {
        loop = new ScheduledThreadPoolExecutor(1, threads);
        loop.schedule(this::step, 0, TimeUnit.NANOSECONDS);
    }

    private void step() {
        long start = System.nanoTime();
        try {
            counts.count();
        } catch (RuntimeException e) { // the top of this thread: it must go on
            LOG.log(System.Logger.Level.DEBUG, "jobs were not counted; tried again", e);
        }
        long took = System.nanoTime() - start;
        long rest = Math.max(SHORTEST_REST, Math.min(REST * took, LONGEST_REST));
        if (!loop.isShutdown()) {
            loop.schedule(this::step, rest, TimeUnit.NANOSECONDS);
        }
    }

    @PreDestroy
    void stop() {
        loop.shutdownNow();
    }
}
