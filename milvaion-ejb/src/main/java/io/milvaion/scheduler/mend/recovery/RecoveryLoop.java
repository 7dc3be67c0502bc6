package io.milvaion.scheduler.mend.recovery;

import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.state.publish.QueueDepths;
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
import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Once a second, on a thread of its own: every node asks Redis, PostgreSQL and the broker whether
 * they answer, the leader goes on with its sweep.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RecoveryLoop {

    private static final System.Logger LOG = System.getLogger(RecoveryLoop.class.getName());

    @Inject Leadership leadership;
    @Inject Steadiness steadiness;
    @Inject Sweep sweep;
    @Inject QueueDepths depths;
    @Inject Metrics metrics;
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor loop;

    @PostConstruct
    void start() {
        loop = new ScheduledThreadPoolExecutor(1, threads);
        loop.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            steadiness.probe();
            var term = leadership.term();
            if (term.isPresent()) {
                lead(term.get());
            }
        } catch (JedisException | DatabaseUnavailable | BrokerUnavailable | IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the sweep waits", e);
        } catch (RuntimeException e) { // the top of this thread
            LOG.log(System.Logger.Level.ERROR, "the sweep failed; it is tried again", e);
        }
    }

    private void lead(Term term) throws IOException, BrokerUnavailable {
        depths.each(metrics::queueReady);
        try {
            sweep.step(term);
        } catch (TermFence.Refused e) {
            leadership.stepDown(term);
        }
    }

    @PreDestroy
    void stop() {
        loop.shutdownNow();
    }
}
