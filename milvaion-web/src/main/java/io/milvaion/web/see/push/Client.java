package io.milvaion.web.see.push;

import io.milvaion.platform.json.WireInstant;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.people.role.Rights;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/** One client: its channels, and what waits to be sent to it. Safe to share; never blocks. */
final class Client {

    /** Messages that wait at most; more are replaced by a summary. */
    static final int QUEUE_LIMIT = 64;

    /** Three pings without an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(65);

    private record Message(long seq, Instant at, String members) {

        String text() {
            return "{\"seq\":"
                    + seq
                    + ",\"at\":\""
                    + WireInstant.format(at)
                    + "\","
                    + members
                    + "}";
        }
    }

    private final Line line;
    private final Clock clock;
    private final Rights rights;
    private final Queue<Message> waiting = new ArrayDeque<>(); // guarded by this
    private boolean sending; // guarded by this
    private long seq; // guarded by this
    private volatile Set<String> channels = Set.of();
    private volatile long heard = System.nanoTime();

    /**
     * @param rights of whoever has opened the session
     */
    Client(Line line, Clock clock, Rights rights) {
        this.line = line;
        this.clock = clock;
        this.rights = rights;
    }

    /** Follows a message of the client, or tells it why not. */
    void receive(String text) {
        heard();
        try {
            channels = Subscribing.parse(text).permittedTo(rights).appliedTo(channels);
            enqueue("\"subscribed\":" + json(new TreeSet<>(channels)));
        } catch (Subscribing.Refused e) {
            enqueue("\"error\":" + json(e.getMessage()));
        }
    }

    void refuse(String reason) {
        heard();
        enqueue("\"error\":" + json(reason));
    }

    void heard() {
        heard = System.nanoTime();
    }

    /** Ends the session of a client who is not recognised any more, or has other rights. */
    void expect(Rights now) {
        if (!rights.equals(now)) {
            line.close("who may see this has changed");
        }
    }

    /** Sends those of the events that the client has subscribed to. */
    void deliver(Broadcast broadcast) {
        broadcast.membersFor(channels, rights).ifPresent(this::enqueue);
    }

    /** Asks for a sign of life, or ends the session of a client that has given none for long. */
    void ping() {
        if (System.nanoTime() - heard > SILENCE.toNanos()) {
            line.close("no answer to pings");
        } else {
            line.ping();
        }
    }

    private void enqueue(String members) {
        synchronized (this) {
            if (waiting.size() >= QUEUE_LIMIT) {
                waiting.clear(); // the numbers of these are the gap that the client sees
                append("\"events\":[" + FeedEvent.summary().json() + "]");
            } else {
                append(members);
            }
        }
        sendNext();
    }

    private void append(String members) {
        waiting.add(new Message(++seq, clock.instant(), members));
    }

    private void sendNext() {
        Message next;
        synchronized (this) {
            if (sending || waiting.isEmpty()) {
                return;
            }
            sending = true;
            next = waiting.remove();
        }
        line.send(next.text(), this::sent);
    }

    private void sent(boolean ok) {
        if (!ok) {
            line.close("cannot send"); // sending stays true: nothing is sent any more
            return;
        }
        synchronized (this) {
            sending = false;
        }
        sendNext();
    }

    private static String json(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }
}
