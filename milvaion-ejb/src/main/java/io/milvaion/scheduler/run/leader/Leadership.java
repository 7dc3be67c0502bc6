package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.node.NodeIdentity;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.Generation;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** This node's part in the election: seeks, keeps and gives up the lease. */
@ApplicationScoped
public class Leadership {

    private static final System.Logger LOG = System.getLogger(Leadership.class.getName());

    /** The lease as this node holds it; trusted until a monotonic instant. */
    private record Lease(String value, Term term, long trustedUntil) {}

    @Inject Redis redis;
    @Inject Database database;
    @Inject Generation generation;
    @Inject NodeIdentity node;
    @Inject Fitness fitness;
    @Inject LeaderNews news;
    @Resource ManagedScheduledExecutorService timer;

    private LeaderSettings settings;
    private RedisClient connection;
    private LeaseStore store;
    private ScheduledFuture<?> renewal;
    private volatile Lease lease; // written under this
    private volatile boolean dataLost;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        settings = LeaderSettings.from(SettingsReader.ofApplication());
        connection = redis.dedicated();
        store = new LeaseStore(connection, redis.keys(), settings);
        renewal =
                timer.scheduleAtFixedRate(
                        this::renew,
                        settings.renewal().toMillis(),
                        settings.renewal().toMillis(),
                        TimeUnit.MILLISECONDS);
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
        try {
            long start = System.nanoTime();
            var candidacy = node.id() + " " + UUID.randomUUID();
            if (!store.acquire(node.id(), candidacy)) {
                return false;
            }
            var term = new Term(nextTerm());
            var value = node.id() + " " + term.number();
            if (!store.renew(candidacy, value)) {
                return false;
            }
            dataLost = generation.renewIfLost(connection) || dataLost;
            lease = new Lease(value, term, trustedUntil(start));
            fitness.leads();
            news.leads(node.id(), term);
            return term().isPresent();
        } catch (JedisException | DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "seeking the lease failed; tried again", e);
            return false;
        }
    }

    /** Tells once, after Redis has lost data, that the index must be rebuilt. */
    public boolean takeDataLost() {
        boolean lost = dataLost;
        dataLost = false;
        return lost;
    }

    /** The rebuild did not succeed: it is still due. */
    public void dataStillLost() {
        dataLost = true;
    }

    /** PostgreSQL has refused this term: another node leads. */
    public synchronized void stepDown(Term refused) {
        news.refused();
        if (lease != null && lease.term().equals(refused)) {
            giveUp("term " + refused.number() + " is over");
        }
    }

    private void renew() {
        try {
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
                    return;
                }
                lease = new Lease(held.value(), held.term(), trustedUntil(start));
            }
            dataLost = generation.renewIfLost(connection) || dataLost;
        } catch (JedisException e) { // trust ends by itself
            LOG.log(System.Logger.Level.DEBUG, "renewal failed; tried again", e);
        } catch (RuntimeException e) { // the top of this timer: it must go on
            LOG.log(System.Logger.Level.ERROR, "renewal failed; tried again", e);
        }
    }

    private long trustedUntil(long start) {
        return start + settings.lease().minus(settings.margin()).toNanos();
    }

    private long nextTerm() {
        return database.transaction(connection -> Terms.next(connection, node.id()));
    }

    private void giveUp(String reason) {
        var held = lease;
        lease = null;
        if (held == null) {
            return;
        }
        news.leadsNoMore(node.id(), reason);
        try {
            store.release(held.value());
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lease ends by itself", e);
        }
    }

    /** Stops leading and lets another node take over at once. */
    public synchronized void resign() {
        stopping = true;
        giveUp("it is stopping");
    }

    @PreDestroy
    void stop() {
        renewal.cancel(false);
        resign();
        connection.close();
    }
}
