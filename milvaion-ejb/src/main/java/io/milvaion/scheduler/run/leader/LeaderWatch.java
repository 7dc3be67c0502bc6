package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.redis.RedisClock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Every node looks whether the lease is renewed, and says so when it is not. */
@ApplicationScoped
public class LeaderWatch implements Activity {

    private static final Duration PERIOD = Duration.ofMillis(500);

    /** How long after it was due a renewal counts as missing. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private record Sight(LeaseStore.Holder holder, long at) {}

    @Inject Redis redis;
    @Inject RedisClock clock;
    @Inject Leadership leadership;
    @Inject Fitness fitness;
    @Inject LeaderNews news;
    @Inject NewerRules rules;
    @Inject NodeRegistry nodes;

    private volatile Sight sight; // null while none leads or Redis does not answer
    private LeaderSettings settings;
    private LeaseStore store;
    private LastRenewal last; // this and the following: only the loop's thread
    private final LeaderChanges changes = new LeaderChanges();

    @PostConstruct
    void open() {
        settings = LeaderSettings.from(SettingsReader.ofApplication());
        store = new LeaseStore(redis.pool(), redis.keys(), settings);
        last = new LastRenewal(settings.renewal().plus(GRACE), clock.now());
    }

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("leader watch", PERIOD, this::look).start(threads));
    }

    /** Who held the lease half a second ago; empty if nobody did, or Redis did not answer. */
    public Optional<HeldLease> lease() {
        return Optional.ofNullable(sight)
                .map(
                        seen ->
                                new HeldLease(
                                        seen.holder().node(),
                                        Long.parseLong(seen.holder().term()),
                                        seen.holder()
                                                .silent()
                                                .plusNanos(System.nanoTime() - seen.at()),
                                        settings.lease()));
    }

    private void look() {
        Instant now = clock.now();
        try {
            var holder = store.holder();
            sight = holder.map(found -> new Sight(found, System.nanoTime())).orElse(null);
            last.seen(holder, now);
            if (changes.seen(holder, now)) {
                news.leaderChanged();
            }
            if (last.missing(now).isPresent()) {
                rules.nobodyLeads();
            } else {
                rules.somebodyLeads();
            }
        } catch (JedisException e) {
            sight = null;
            last.notSeen("Redis does not answer");
            rules.somebodyLeads(); // for all that is known
        }
        nodes.stands(fitness.reasonNotToStand().isEmpty());
        last.missing(now)
                .ifPresentOrElse(
                        detail -> news.nobodyLeads(withReason(detail)),
                        () -> news.somebodyLeads(leadership.term()));
        changes.tooMany(now)
                .ifPresentOrElse(
                        detail -> news.leadersChange(withReason(detail)), news::leadersStay);
    }

    private String withReason(String detail) {
        return fitness.reasonNotToStand()
                .map(reason -> detail + "; this node does not stand: " + reason)
                .orElse(detail);
    }
}
