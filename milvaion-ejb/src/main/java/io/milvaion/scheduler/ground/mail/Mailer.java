package io.milvaion.scheduler.ground.mail;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Writes and sends mail, one letter after the other. Safe to share. */
@ApplicationScoped
public class Mailer implements Activity, Work {

    private static final System.Logger LOG = System.getLogger(Mailer.class.getName());

    /** What waits for a server that does not answer; the rest is not sent. */
    private static final int MOST = 1_000;

    private static final Duration IDLE = Duration.ofSeconds(60);

    @Inject Metrics metrics;

    MailServer server; // null: there is none
    private final BlockingQueue<Supplier<List<Mail>>> waiting = new LinkedBlockingQueue<>(MOST);
    private final Loop loop = new Loop("mailer", IDLE, this);
    private Counter mails;

    @PostConstruct
    void open() {
        server =
                MailSettings.from(SettingsReader.ofApplication()).map(MailServer::new).orElse(null);
        count();
    }

    void count() {
        mails =
                Counter.builder()
                        .name("milvaion_mails_total")
                        .help("Letters that were sent or could not be, by outcome.")
                        .labelNames("outcome")
                        .register(metrics.registry());
    }

    public boolean isSetUp() {
        return server != null;
    }

    /**
     * Sends letters soon; never waits, never throws for want of a server.
     *
     * @param letters asked for on the thread that sends them, so that whoever calls cannot tell
     *     from the time it takes whether there are any
     */
    public void send(Supplier<List<Mail>> letters) {
        if (!waiting.offer(letters)) {
            mails.labelValues("failed").inc();
            LOG.log(System.Logger.Level.WARNING, "too many letters wait; one is not sent");
        }
        loop.wake();
    }

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(loop.start(threads));
    }

    @Override
    public Duration step() {
        var letters = waiting.poll();
        if (letters == null) {
            return IDLE;
        }
        letters.get().forEach(this::send);
        return Duration.ZERO;
    }

    @Override
    public Duration restAfterFailure() {
        return Duration.ZERO;
    }

    private void send(Mail mail) {
        try {
            server.send(mail);
            mails.labelValues("sent").inc();
        } catch (MessagingException e) {
            mails.labelValues("failed").inc();
            LOG.log(System.Logger.Level.WARNING, "a letter could not be sent", e);
        }
    }
}
