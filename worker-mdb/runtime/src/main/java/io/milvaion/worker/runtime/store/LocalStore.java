package io.milvaion.worker.runtime.store;

import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStoreException;

/**
 * Messages on disk that wait for the broker. One thread adds, reads and removes; any thread may ask
 * what is known about an attempt and whether the store can take more.
 */
public final class LocalStore implements AutoCloseable {

    /** What the store knows about the end of an attempt. */
    public enum Known {
        NOTHING,
        /** Its report waits here. */
        WAITING,
        /** Its report was here and the broker has it. */
        CONFIRMED
    }

    private record Kept(int bytes, int reports) {}

    private static final System.Logger LOG = System.getLogger(LocalStore.class.getName());
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long REMEMBERED_MILLIS = WorkerSettings.DONE_MARKER_SECONDS * 1_000L;
    private static final int MAX_PORTION_BYTES = 8 << 20;

    private final StoreDirectory directory;
    private final Path path;
    private final long maxBytes;
    private final WorkerStatistics statistics;
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final Map<AttemptKey, Known> ends = new ConcurrentHashMap<>();
    private final Map<AttemptKey, Long> confirmedMillis = new ConcurrentHashMap<>();
    private StoreFile file; // null while it cannot be opened
    private long bytes;
    private int reports;
    private int refusedBytes = 1; // what did not fit must fit before work is taken again
    private long triedNanos = System.nanoTime() - RETRY_NANOS;
    private volatile String refusal = "the local store is not open yet";

    /**
     * @param maxBytes of all messages that may wait here
     */
    public LocalStore(Path path, long maxBytes, WorkerStatistics statistics) {
        this.path = path.toAbsolutePath().normalize();
        this.directory = new StoreDirectory(this.path);
        this.maxBytes = maxBytes;
        this.statistics = statistics;
    }

    /** Why the store can take nothing now, if it cannot; any thread. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Any thread. */
    public Known known(AttemptKey attempt) {
        return ends.getOrDefault(attempt, Known.NOTHING);
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** Opens the store if it is not open, and finds out whether it can be written again. */
    public void check() {
        long now = System.nanoTime();
        if (refusal == null || now - triedNanos < RETRY_NANOS) {
            return;
        }
        triedNanos = now;
        try {
            if (file == null) {
                file = directory.open();
                readAll();
            }
            file.probe(refusedBytes);
            refusal = bytes < maxBytes ? null : full();
        } catch (IOException | MVStoreException e) {
            broken(e);
        }
    }

    private void readAll() {
        kept.clear();
        bytes = 0;
        reports = 0;
        file.forEach(
                (number, message) -> {
                    try {
                        keep(number, message.length, StoredMessage.of(message));
                    } catch (PoisonMessage e) { // somebody else's file: nobody could read it
                        LOG.log(Level.ERROR, "a stored message is left out: " + e.getMessage());
                    }
                });
        file.forEachConfirmed(this::remember);
        forgetOld();
        shown();
    }

    private void keep(long number, int size, StoredMessage message) {
        kept.put(number, new Kept(size, message.reports()));
        bytes += size;
        reports += message.reports();
        message.ends().forEach(end -> ends.put(end.key(), Known.WAITING));
    }

    private void remember(AttemptKey end, long atMillis) {
        confirmedMillis.put(end, atMillis);
        ends.putIfAbsent(end, Known.CONFIRMED);
    }

    /**
     * Puts messages on the disk, behind those that are there; returns when they are.
     *
     * @return false if they are not stored; {@link #refusal} says why
     */
    public boolean add(List<StoredMessage> messages) {
        if (file == null) {
            return false;
        }
        var encoded = messages.stream().map(StoredMessage::toBytes).toList();
        long size = encoded.stream().mapToLong(message -> message.length).sum();
        if (bytes + size > maxBytes) {
            refusal = full();
            return false;
        }
        try {
            long number = file.append(encoded);
            for (int i = 0; i < messages.size(); i++) {
                keep(number + i, encoded.get(i).length, messages.get(i));
            }
            shown();
            return true;
        } catch (MVStoreException e) {
            refusedBytes = (int) Math.min(size, MAX_PORTION_BYTES);
            broken(e);
            return false;
        }
    }

    /**
     * The oldest messages, as many as are to be sent at once.
     *
     * @return empty if there are none or they cannot be read now
     */
    public Portion oldest() {
        var numbers = new ArrayList<Long>();
        var messages = new ArrayList<StoredMessage>();
        long size = 0;
        try {
            for (var entry : kept.entrySet()) {
                if (file == null || (!numbers.isEmpty() && size > MAX_PORTION_BYTES)) {
                    break;
                }
                size += entry.getValue().bytes();
                numbers.add(entry.getKey());
                messages.add(StoredMessage.of(file.get(entry.getKey())));
            }
            return new Portion(numbers, messages);
        } catch (MVStoreException | PoisonMessage e) {
            broken(e);
            return new Portion(List.of(), List.of());
        }
    }

    /** The broker has these: they are removed, and the ends in them remembered for 10 minutes. */
    public void confirmed(Portion portion) {
        long now = System.currentTimeMillis();
        var ended = portion.ends().stream().map(EndedAttempt::key).toList();
        try {
            file.confirmed(portion.numbers(), ended, now);
        } catch (MVStoreException e) { // they may be sent again after a restart
            broken(e);
        }
        for (long number : portion.numbers()) {
            var gone = kept.remove(number);
            bytes -= gone.bytes();
            reports -= gone.reports();
        }
        ended.forEach(
                end -> {
                    confirmedMillis.put(end, now);
                    ends.put(end, Known.CONFIRMED);
                });
        forgetOld();
        shown();
        if (file != null && bytes < maxBytes) {
            refusal = null;
        }
    }

    private void forgetOld() {
        long limit = System.currentTimeMillis() - REMEMBERED_MILLIS;
        var old = new ArrayList<AttemptKey>();
        confirmedMillis.forEach(
                (end, at) -> {
                    if (at < limit) {
                        old.add(end);
                    }
                });
        if (!old.isEmpty() && file != null) {
            old.forEach(
                    end -> {
                        confirmedMillis.remove(end);
                        ends.remove(end, Known.CONFIRMED);
                    });
            file.forget(old);
        }
    }

    private void shown() {
        statistics.showStoredReports(reports);
    }

    private String full() {
        return "the local store %s is full: %,d bytes wait for the broker".formatted(path, bytes);
    }

    private void broken(Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        refusal = "the local store %s cannot be used: %s".formatted(path, root.getMessage());
        LOG.log(Level.DEBUG, "cause", cause);
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
