package io.milvaion.worker.runtime.verify;

import io.milvaion.contract.VerdictMessage.Answer;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.contract.WireLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Questions that wait for their answer, and who wants to know. Any thread. */
final class OpenDoubts {

    private static final class Doubt {
        private final List<Consumer<Boolean>> askers = new ArrayList<>(1);
        private boolean asked;
        private long askedNanos;
    }

    private static final long REPEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_MILLIS = 250;

    private final Map<Question, Doubt> open = new LinkedHashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    synchronized void add(Question question, Consumer<Boolean> asker) {
        open.computeIfAbsent(question, unused -> new Doubt()).askers.add(asker);
        notifyAll();
    }

    /** Waits until something is to be asked, and counts it as asked; empty when closed. */
    synchronized List<Question> takeDue() throws InterruptedException {
        while (!closed) {
            var due = due(System.nanoTime());
            if (!due.isEmpty()) {
                return due;
            }
            if (open.isEmpty()) {
                wait();
            } else {
                wait(LOOK_MILLIS);
            }
        }
        return List.of();
    }

    private List<Question> due(long now) {
        var due = new ArrayList<Question>();
        for (var entry : open.entrySet()) {
            var doubt = entry.getValue();
            if (due.size() < WireLimits.MESSAGE_ENTRIES
                    && (!doubt.asked || now - doubt.askedNanos >= REPEAT_NANOS)) {
                doubt.asked = true;
                doubt.askedNanos = now;
                due.add(entry.getKey());
            }
        }
        return due;
    }

    /** What was taken could not be asked. */
    synchronized void notAsked() {
        open.values().forEach(doubt -> doubt.asked = false);
    }

    /** Tells those who wanted to know; an answer that nobody waits for is ignored. */
    void answered(Answer answer) {
        Doubt doubt;
        synchronized (this) {
            doubt = open.remove(new Question(answer.occurrenceId(), answer.attempt()));
        }
        if (doubt != null) {
            doubt.askers.forEach(asker -> asker.accept(answer.run()));
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
