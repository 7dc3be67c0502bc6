package io.milvaion.worker.runtime.store;

import io.milvaion.worker.runtime.AttemptKey;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * One file of stored messages, locked by this process while it is open. Every method throws {@link
 * MVStoreException} when the disk does not take or give what it should; the file must then be
 * closed and opened again. For one thread.
 */
final class StoreFile implements AutoCloseable {

    private final Path path;
    private final MVStore store;
    private final MVMap<Long, byte[]> messages;
    private final MVMap<String, Long> confirmed; // when, in epoch milliseconds
    private final MVMap<String, byte[]> probes;

    private StoreFile(Path path, MVStore store) {
        this.path = path;
        this.store = store;
        this.messages = store.openMap("messages");
        this.confirmed = store.openMap("confirmed");
        this.probes = store.openMap("probes");
    }

    static StoreFile open(Path path) {
        var store = new MVStore.Builder().fileName(path.toString()).autoCommitDisabled().open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0); // each commit is synced before its space is used again
        try {
            return new StoreFile(path, store);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /** All messages with their numbers, oldest first. */
    void forEach(BiConsumer<Long, byte[]> action) {
        for (var cursor = messages.cursor(null); cursor.hasNext(); ) {
            var number = cursor.next();
            action.accept(number, cursor.getValue());
        }
    }

    /**
     * Adds messages behind the others, all or none, and returns when they are on the disk.
     *
     * @return the number of the first; the others follow
     */
    long append(Collection<byte[]> added) {
        var last = messages.lastKey();
        long first = last == null ? 1 : last + 1;
        long next = first;
        for (byte[] message : added) {
            messages.put(next++, message);
        }
        commit();
        return first;
    }

    byte[] get(long number) {
        return messages.get(number);
    }

    /** Removes messages and remembers the attempts that they ended. */
    void confirmed(Collection<Long> numbers, Collection<AttemptKey> ends, long nowMillis) {
        numbers.forEach(messages::remove);
        ends.forEach(end -> confirmed.put(text(end), nowMillis));
        commit();
    }

    void forEachConfirmed(BiConsumer<AttemptKey, Long> action) {
        confirmed.forEach((text, at) -> action.accept(key(text), at));
    }

    void forget(Collection<AttemptKey> ends) {
        ends.forEach(end -> confirmed.remove(text(end)));
        commit();
    }

    /** Takes over what another file holds, behind what is here, and then empties the other. */
    void takeOver(StoreFile other) {
        List<byte[]> all = other.messages.keyList().stream().map(other.messages::get).toList();
        confirmed.putAll(other.confirmed);
        append(all);
        other.messages.clear();
        other.confirmed.clear();
        other.commit();
    }

    /** Writes so many bytes and throws if the disk does not take them. */
    void probe(int bytes) {
        probes.put("probe", new byte[bytes]);
        commit();
        probes.clear();
        commit();
    }

    private void commit() {
        store.commit();
        store.sync();
    }

    private static String text(AttemptKey end) {
        return end.occurrenceId() + ":" + end.attempt();
    }

    private static AttemptKey key(String text) {
        int colon = text.indexOf(':');
        return new AttemptKey(
                UUID.fromString(text.substring(0, colon)),
                Integer.parseInt(text.substring(colon + 1)));
    }

    /** Never throws; what was not committed is forgotten. */
    @Override
    public void close() {
        store.closeImmediately();
    }
}
