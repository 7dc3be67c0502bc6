package io.milvaion.scheduler.state.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Messages of one channel whose confirm has not come. The publisher adds, confirms remove. */
final class Outstanding {

    /** One message on its way. */
    static final class Message {
        final Order order;
        final OutgoingRun run;
        final long sentAt = System.nanoTime();
        volatile boolean returned;

        Message(Order order, OutgoingRun run) {
            this.order = order;
            this.run = run;
        }
    }

    private final ConcurrentNavigableMap<Long, Message> bySequence = new ConcurrentSkipListMap<>();

    void add(long sequence, Message message) {
        bySequence.put(sequence, message);
    }

    /** Takes out what a confirm or a reject answers. */
    Collection<Message> take(long sequence, boolean multiple) {
        if (!multiple) {
            var message = bySequence.remove(sequence);
            return message == null ? List.of() : List.of(message);
        }
        return drain(bySequence.headMap(sequence, true));
    }

    Collection<Message> takeAll() {
        return drain(bySequence);
    }

    /** Marks the message of a run that came back because no queue is bound for it. */
    void returned(String messageId) {
        for (var message : bySequence.values()) {
            if (message.run.key().member().equals(messageId)) {
                message.returned = true;
                return;
            }
        }
    }

    boolean olderThan(Duration age) {
        Map.Entry<Long, Message> first = bySequence.firstEntry();
        return first != null && System.nanoTime() - first.getValue().sentAt > age.toNanos();
    }

    private static Collection<Message> drain(ConcurrentNavigableMap<Long, Message> map) {
        var taken = new ArrayList<Message>();
        for (Map.Entry<Long, Message> e = map.pollFirstEntry();
                e != null;
                e = map.pollFirstEntry()) {
            taken.add(e.getValue());
        }
        return taken;
    }
}
