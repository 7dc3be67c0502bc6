package io.milvaion.scheduler.mend.recovery;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.Markers;
import io.milvaion.scheduler.run.tracking.Tracker;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Looks at all open runs every 10 s, behind a marker, as the package documentation says. Belongs to
 * one thread.
 */
@ApplicationScoped
public class Sweep {

    /** After a tracker has passed the marker, for trackers that still hold earlier reports. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private static final Duration MARKER_LOST = Duration.ofSeconds(60);
    private static final int PAGES_PER_STEP = 5;

    private Markers markers;
    private BrokerLink link;
    private RunIndex index;
    private RedisClock clock;
    private Steadiness steadiness;
    private QueueDepths depths;
    private Evidence evidence;
    private Remedies remedies;
    private SweepSettings settings;
    private final LostMessages messages = new LostMessages();

    private Term term; // all of the following: only the sweep's thread
    private long startedAt;
    private String marker;
    private Instant markerSent;
    private long passedAt;
    private Walk walk;

    protected Sweep() {} // for the container's proxy

    @Inject
    public Sweep(
            Database database,
            Redis redis,
            RunIndex index,
            RunPublisher publisher,
            Tracker tracker,
            Broker broker,
            Markers markers,
            Steadiness steadiness,
            QueueDepths depths,
            RedisClock clock,
            RecoveryMetrics metrics) {
        this(
                markers,
                broker.publishing(),
                index,
                clock,
                steadiness,
                depths,
                new Evidence(database, redis),
                new Remedies(database, index, publisher, tracker, clock, metrics),
                SweepSettings.from(SettingsReader.ofApplication()));
    }

    Sweep(
            Markers markers,
            BrokerLink link,
            RunIndex index,
            RedisClock clock,
            Steadiness steadiness,
            QueueDepths depths,
            Evidence evidence,
            Remedies remedies,
            SweepSettings settings) {
        this.markers = markers;
        this.link = link;
        this.index = index;
        this.clock = clock;
        this.steadiness = steadiness;
        this.depths = depths;
        this.evidence = evidence;
        this.remedies = remedies;
        this.settings = settings;
        this.startedAt = System.nanoTime() - settings.period().toNanos();
    }

    /**
     * Goes on with the sweep; called every second by the leader.
     *
     * @throws TermOver if the term is over
     */
    void step(Term now) throws IOException, BrokerUnavailable {
        if (!now.equals(term) || steadiness.askedNow().compareTo(settings.grace()) < 0) {
            term = now;
            reset();
        } else if (walk != null) {
            walkOn();
        } else if (marker != null) {
            awaitMarker();
        } else if (elapsed(startedAt).compareTo(settings.period()) >= 0) {
            begin();
        }
    }

    private void begin() throws IOException, BrokerUnavailable {
        startedAt = System.nanoTime();
        Instant now = clock.now();
        if (index.anyOpenBefore(now.minus(Walk.JUDGED_FROM))) {
            var sent = UUID.randomUUID().toString();
            markers.send(link, sent);
            marker = sent;
            markerSent = now;
            passedAt = 0;
        }
    }

    private void awaitMarker() {
        if (passedAt == 0) {
            if (markers.isPassed(marker)) {
                passedAt = System.nanoTime();
            } else if (elapsed(startedAt).compareTo(MARKER_LOST) > 0) {
                reset();
            }
        } else if (elapsed(passedAt).compareTo(SETTLE) >= 0) {
            walk =
                    new Walk(
                            index,
                            evidence,
                            remedies,
                            messages,
                            markerSent,
                            new TermFence(term),
                            clock.now());
            walkOn();
        }
    }

    private void walkOn() {
        for (int i = 0; i < PAGES_PER_STEP; i++) {
            if (walk.step()) {
                remedies.publishAgain(messages.find(depths::of, clock.now()), new TermFence(term));
                reset();
                return;
            }
        }
    }

    private void reset() {
        marker = null;
        walk = null;
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
