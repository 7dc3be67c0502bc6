package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Task;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.node.NodeIdentity;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.Generation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** This node's part in the election: seeks, keeps and gives up the lease. */
@ApplicationScoped
public class Leadership implements Activity {

    private static final System.Logger LOG = System.getLogger(Leadership.class.getName());

    /** The lease as this node holds it; trusted until a monotonic instant. */
    private record Lease(String value, Term term, long trustedUntil) {}

    @Inject Redis redis;
    @Inject Database database;
    @Inject Generation generation;
    @Inject Marks marks;
    @Inject NodeIdentity node;
    @Inject Fitness fitness;
    @Inject LeaderNews news;
    @Inject TermHistory history;

    private LeaderSettings settings;
    private UnifiedJedis connection;
    private LeaseStore store;
    private volatile Lease lease; // written under this
    private volatile boolean stopping;

    @PostConstruct
    void open() {
        settings = LeaderSettings.from(SettingsReader.ofApplication());
        connection = redis.dedicated();
        store = new LeaseStore(connection, redis.keys(), settings);
    }

    @Override
    public Turn turn() {
        return Turn.LEASE;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.atRate("lease", settings.renewal(), new Renewal()).start(threads));
    }

    /** The term that this node leads in, while it may trust its lease. */
    public Optional<Term> term() {
        var held = lease;
        return held != null && System.nanoTime() - held.trustedUntil() < 0
                ? Optional.of(held.term())
                : Optional.empty();
    }

    /**
     * Takes the lease if it is free and this node is fit to lead.
     *
     * @return whether this node leads
     */
    public synchronized boolean seek() {
        if (term().isPresent()) {
            return true;
        }
        if (stopping || !fitness.mayStand()) {
            return false;
        }
        var candidacy = node.id() + " " + UUID.randomUUID();
        var held = candidacy;
        try {
            long start = System.nanoTime();
            if (!store.acquire(node.id(), candidacy)) {
                return false;
            }
            var term = new Term(nextTerm(marks.termSeen(candidacy)));
            var value = valueOf(term);
            if (!store.renew(candidacy, value)) {
                return false;
            }
            held = value;
            if (!marks.begin(term, value)) {
                return false;
            }
            generation.renewIfLost(connection);
            lease = new Lease(value, term, trustedUntil(start));
            fitness.leads();
            news.leads(node.id(), term);
            return term().isPresent();
        } catch (DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "no term can be counted; tried again", e);
            release(held);
            return false;
        } catch (JedisException | TermOver e) {
            LOG.log(System.Logger.Level.DEBUG, "seeking the lease failed; tried again", e);
            return false;
        }
    }

    /** Work of the leader in a term. */
    @FunctionalInterface
    public interface Duty {

        /** Returns how long to rest. */
        Duration in(Term term) throws Exception;
    }

    /**
     * Does the work if this node leads, and stops leading if the term turns out to be over.
     *
     * @return how long to rest: {@code otherwise} if this node does not lead
     * @throws Exception what the work throws
     */
    public Duration lead(Duty work, Duration otherwise) throws Exception {
        var held = term();
        if (held.isEmpty()) {
            return otherwise;
        }
        try {
            return work.in(held.get());
        } catch (TermOver e) {
            LOG.log(System.Logger.Level.DEBUG, "refused by PostgreSQL", e);
            news.refused();
            end(held.get(), "term " + held.get().number() + " is over");
            return otherwise;
        }
    }

    /** Gives the lease up if this node still leads in that term. */
    synchronized void end(Term term, String reason) {
        if (lease != null && lease.term().equals(term)) {
            giveUp(reason);
        }
    }

    /** What the leader's key has while this node leads in a term. */
    String valueOf(Term term) {
        return node.id() + " " + term.number();
    }

    private final class Renewal implements Task {

        @Override
        public void run() {
            renew();
        }

        /** Lets another node take over at once. */
        @Override
        public void end() {
            resign();
        }
    }

    private void renew() {
        var held = lease;
        if (held == null) {
            generation.refresh();
            return;
        }
        var unfit = fitness.reasonToStepDown();
        synchronized (this) {
            if (!held.equals(lease)) { // a new term has begun, or this one has been given up
                return;
            }
            if (unfit.isPresent()) {
                giveUp(unfit.get());
                return;
            }
            long start = System.nanoTime();
            if (!store.renew(held.value(), held.value())) {
                lease = null;
                news.leadsNoMore(node.id(), "its lease has been lost");
                history.ended(held.term(), "its lease has been lost");
                return;
            }
            lease = new Lease(held.value(), held.term(), trustedUntil(start));
        }
        generation.renewIfLost(connection);
    }

    private long trustedUntil(long start) {
        return start + settings.lease().minus(settings.margin()).toNanos();
    }

    private long nextTerm(long seen) {
        return database.transaction(connection -> Terms.next(connection, node.id(), seen));
    }

    private void giveUp(String reason) {
        var held = lease;
        lease = null;
        if (held == null) {
            return;
        }
        news.leadsNoMore(node.id(), reason);
        release(held.value());
        history.ended(held.term(), reason);
    }

    private void release(String value) {
        try {
            store.release(value);
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lease ends by itself", e);
        }
    }

    private synchronized void resign() {
        stopping = true;
        giveUp("it is stopping");
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
