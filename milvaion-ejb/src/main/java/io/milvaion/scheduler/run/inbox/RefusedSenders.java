package io.milvaion.scheduler.run.inbox;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.text.CleanText;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts messages that were not heard, for people. Safe to share. */
@ApplicationScoped
public class RefusedSenders {

    private static final QuietLog QUIET = QuietLog.of(RefusedSenders.class);
    private static final int NAME_LIMIT = 300;

    /** Who sends under ever new names gets one line. */
    private static final int MOST = 200;

    private static final String OTHERS = "(others)";

    record Unheard(String group, String instance, String reason) {}

    @Inject Database database;
    @Inject Metrics metrics;

    private Counter counter;
    private Map<Unheard, Integer> fresh = new HashMap<>(); // guarded by this

    @PostConstruct
    void count() {
        counter =
                Counter.builder()
                        .name("milvaion_refused_worker_messages_total")
                        .help("Messages of workers that were not heard, by reason.")
                        .labelNames("reason")
                        .register(metrics.registry());
    }

    /** Reads those that were refused, the latest ones first. */
    public List<RefusedSender> list(Long after, int limit) {
        return database.autocommit(connection -> RefusedRows.list(connection, after, limit));
    }

    void note(SendingWorker sender, SenderRefused reason) {
        counter.labelValues(reason.word()).inc();
        QUIET.log(
                System.Logger.Level.WARNING,
                "a message of group {0}, instance {1} is not heard: {2}",
                clean(sender.group()),
                clean(sender.instance()),
                reason.word());
        add(new Unheard(clean(sender.group()), clean(sender.instance()), reason.word()));
    }

    private synchronized void add(Unheard mark) {
        boolean known = fresh.containsKey(mark) || fresh.size() < MOST;
        fresh.merge(known ? mark : new Unheard(OTHERS, OTHERS, mark.reason()), 1, Integer::sum);
    }

    void write() {
        var noted = take();
        if (!noted.isEmpty()) {
            database.transaction(
                    connection -> {
                        RefusedRows.add(connection, noted);
                        return null;
                    });
        }
    }

    private synchronized Map<Unheard, Integer> take() {
        var taken = fresh;
        fresh = new HashMap<>();
        return taken;
    }

    private static String clean(String text) {
        return CleanText.utf16(Objects.requireNonNullElse(text, ""), NAME_LIMIT);
    }
}
