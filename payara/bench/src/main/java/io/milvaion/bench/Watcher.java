package io.milvaion.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A client of the live events that counts what it gets. Safe to share. */
final class Watcher implements WebSocket.Listener {

    /** What one has got so far. */
    record Got(int messages, int completed, int summaries, boolean whole) {}

    /**
     * Milliseconds from the ends of runs; several watchers share them.
     *
     * @param endToMessage until the node made the message that says so
     * @param endToReceipt until the client had it
     */
    record Delays(ConcurrentHistogram endToMessage, ConcurrentHistogram endToReceipt) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPLETED = "\"type\":\"occurrence.completed\"";
    private static final String SUMMARY = "\"type\":\"summary\"";
    private static final String NUMBER = "{\"seq\":";

    private final Delays delays;
    private final StringBuilder text = new StringBuilder(); // this and the following: by this
    private int messages;
    private int completed;
    private int summaries;
    private boolean whole = true;

    /**
     * @param delays of one that reads what it gets; null for one that only counts, which costs less
     */
    Watcher(Delays delays) {
        this.delays = delays;
    }

    synchronized Got got() {
        return new Got(messages, completed, summaries, whole);
    }

    /** Forgets the summary that a node begins with when it gets its first clients. */
    synchronized void forgetSummaries() {
        summaries = 0;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        take(part, last);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        fail();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        fail();
    }

    private synchronized void fail() {
        whole = false;
    }

    private synchronized void take(CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            var message = text.toString();
            text.setLength(0);
            messages++;
            whole &= message.startsWith(NUMBER + messages + ",");
            completed += count(message, COMPLETED);
            summaries += count(message, SUMMARY);
            if (delays != null) {
                read(message, Instant.now());
            }
        }
    }

    private static int count(String message, String part) {
        int count = 0;
        for (int at = message.indexOf(part); at >= 0; at = message.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private void read(String message, Instant now) {
        try {
            var root = JSON.readTree(message);
            var made = Instant.parse(root.required("at").textValue());
            for (var event : root.path("events")) {
                if (event.path("type").asText().equals("occurrence.completed")) {
                    var ended = Instant.parse(event.at("/data/endedAt").asText());
                    record(delays.endToMessage(), ended, made);
                    record(delays.endToReceipt(), ended, now);
                }
            }
        } catch (JsonProcessingException e) {
            whole = false;
        }
    }

    private static void record(Histogram histogram, Instant from, Instant to) {
        histogram.recordValue(Math.max(0, Duration.between(from, to).toMillis()));
    }
}
