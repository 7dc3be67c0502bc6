package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.redis.RedisClock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Every node looks whether the lease is renewed, and says so when it is not. */
@ApplicationScoped
class LeaderWatch implements Activity {

    private static final Duration PERIOD = Duration.ofMillis(500);

    /** How long after it was due a renewal counts as missing. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    @Inject Redis redis;
    @Inject RedisClock clock;
    @Inject Leadership leadership;
    @Inject Fitness fitness;
    @Inject LeaderNews news;

    private LeaseStore store;
    private LastRenewal last; // this and the following: only the loop's thread
    private final LeaderChanges changes = new LeaderChanges();

    @PostConstruct
    void open() {
        var settings = LeaderSettings.from(SettingsReader.ofApplication());
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

    private void look() {
        Instant now = clock.now();
        try {
            var holder = store.holder();
            last.seen(holder, now);
            if (changes.seen(holder, now)) {
                news.leaderChanged();
            }
        } catch (JedisException e) {
            last.notSeen("Redis does not answer");
        }
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
