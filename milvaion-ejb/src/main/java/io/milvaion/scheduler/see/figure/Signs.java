package io.milvaion.scheduler.see.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which symptoms this node notices. For one thread. */
final class Signs {

    /** A symptom, and the queue that it is about or null. */
    private record About(Symptom symptom, String queue) {}

    private final Map<About, Hysteresis> watched = new HashMap<>();
    private final Map<String, Growth> growths = new HashMap<>();
    private final Map<About, Sign> present = new HashMap<>();

    /**
     * Looks once; called every two seconds.
     *
     * @param queues messages that wait, by queue
     */
    List<Sign> look(
            Machine machine,
            Optional<Duration> redis,
            Optional<Duration> postgresql,
            Map<String, Long> queues,
            Instant now) {
        if (machine.processCpuPercent() != null) {
            see(Symptom.API_CPU, null, machine.processCpuPercent(), now);
        }
        see(Symptom.WORKER_MEMORY, null, machine.heapPercent(), now);
        redis.ifPresent(took -> see(Symptom.REDIS_LATENCY, null, micros(took), now));
        postgresql.ifPresent(took -> see(Symptom.POSTGRESQL_LOAD, null, micros(took), now));
        growths.keySet().retainAll(queues.keySet());
        watched.keySet().removeIf(subject -> isGone(subject, queues));
        present.keySet().removeIf(subject -> isGone(subject, queues));
        queues.forEach(
                (queue, waiting) -> {
                    var growth = growths.computeIfAbsent(queue, q -> new Growth());
                    see(Symptom.QUEUE_GROWING, queue, growth.see(waiting), now);
                });
        return List.copyOf(present.values());
    }

    private void see(Symptom symptom, String queue, long measure, Instant now) {
        var subject = new About(symptom, queue);
        if (watched.computeIfAbsent(subject, s -> symptom.watch()).see(measure)) {
            var known = present.get(subject);
            var since = known == null ? now : known.since();
            present.put(subject, new Sign(symptom, queue, since, measure));
        } else {
            present.remove(subject);
        }
    }

    private static boolean isGone(About subject, Map<String, Long> queues) {
        return subject.queue() != null && !queues.containsKey(subject.queue());
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
