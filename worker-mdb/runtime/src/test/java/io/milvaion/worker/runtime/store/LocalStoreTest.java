package io.milvaion.worker.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.store.LocalStore.Known;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStoreTest {

    private static final long MAX_BYTES = 100_000;

    @TempDir Path directory;
    private final List<LocalStore> opened = new ArrayList<>();
    private final WorkerStatistics statistics = new WorkerStatistics();

    @AfterEach
    void close() {
        opened.forEach(LocalStore::close);
    }

    @Test
    void whatWasAddedIsThereInOrderAfterARestart() {
        var first = open();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            ids.add(UUID.randomUUID());
            assertThat(first.add(List.of(log(ids.get(i)), end(ids.get(i), "fine")))).isTrue();
        }
        first.close(); // as a process ends that is killed: nothing is written here

        var second = open();

        var bodies = second.oldest().messages().stream().map(StoredMessage::body).toList();
        assertThat(bodies).hasSize(40);
        for (int i = 0; i < 20; i++) {
            assertThat(bodies.get(2 * i)).isEqualTo(log(ids.get(i)).body());
            assertThat(bodies.get(2 * i + 1)).isEqualTo(end(ids.get(i), "fine").body());
            assertThat(second.known(key(ids.get(i)))).isEqualTo(Known.WAITING);
        }
        assertThat(statistics.storedReports()).isEqualTo(20);
    }

    @Test
    void aProcessThatIsKilledHasLostNothingThatWasStored() throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                StoringProcess.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var stored = new ArrayList<UUID>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (stored.size() < 100) {
                stored.add(UUID.fromString(lines.readLine()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        var store = open();

        assertThat(store.oldest().ends())
                .extracting(EndedAttempt::key)
                .containsSubsequence(stored.stream().map(LocalStoreTest::key).toList());
    }

    @Test
    void anEndThatWasConfirmedIsRememberedOverARestart() {
        var id = UUID.randomUUID();
        var first = open();
        first.add(List.of(end(id, "fine")));
        first.confirmed(first.oldest());
        assertThat(first.known(key(id))).isEqualTo(Known.CONFIRMED);
        first.close();

        var second = open();

        assertThat(second.isEmpty()).isTrue();
        assertThat(second.known(key(id))).isEqualTo(Known.CONFIRMED);
        assertThat(second.known(new AttemptKey(id, 2))).isEqualTo(Known.NOTHING);
    }

    @Test
    void aSecondProcessTakesAFileOfItsOwnAndTheNextTakesOverWhatBothLeft() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        var first = open();
        var second = open();
        first.add(List.of(end(one, "one")));
        second.add(List.of(end(two, "two")));
        assertThat(directory.resolve("reports-2.mv")).exists();
        first.close();
        second.close();

        var third = open();

        assertThat(third.oldest().ends())
                .extracting(EndedAttempt::key)
                .containsExactly(key(one), key(two));
        third.close();
        assertThat(open().oldest().ends())
                .extracting(EndedAttempt::key)
                .containsExactly(key(one), key(two)); // and no doubles
    }

    @Test
    void aFullStoreSaysSoAndTakesAgainWhenThereIsRoom() {
        var store = open();
        var big = "x".repeat(30_000);
        var added = 0;
        while (store.add(List.of(end(UUID.randomUUID(), big)))) {
            added++;
        }

        assertThat(added).isEqualTo(3);
        assertThat(store.refusal().orElseThrow()).contains("full");

        store.confirmed(store.oldest());

        assertThat(store.refusal()).isEmpty();
        assertThat(store.add(List.of(end(UUID.randomUUID(), big)))).isTrue();
    }

    @Test
    void aStoreThatCannotBeWrittenSaysSoAndWorksWhenItCan() throws Exception {
        var path = directory.resolve("store");
        Files.writeString(path, "a file where the directory should be");
        var store = new LocalStore(path, MAX_BYTES, statistics);
        opened.add(store);
        store.check();
        assertThat(store.refusal().orElseThrow()).contains("cannot be used");
        assertThat(store.add(List.of(end(UUID.randomUUID(), "fine")))).isFalse();

        Files.delete(path);
        await().until( // it is tried once a second
                        () -> {
                            store.check();
                            return store.refusal().isEmpty();
                        });

        assertThat(store.add(List.of(end(UUID.randomUUID(), "fine")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "text", "truncated", "damaged"})
    void aFileThatCannotBeReadIsSetAsideAndTheStartGoesOn(String damage) throws Exception {
        var first = open();
        for (int i = 0; i < 50; i++) {
            first.add(List.of(end(UUID.randomUUID(), "x".repeat(1_000))));
        }
        first.close();
        var file = directory.resolve("reports-1.mv");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            switch (damage) {
                case "empty" -> channel.truncate(0);
                case "text" ->
                        channel.truncate(0)
                                .write(
                                        ByteBuffer.wrap(
                                                "no store".getBytes(StandardCharsets.UTF_8)));
                case "truncated" -> channel.truncate(9_000);
                default -> channel.write(ByteBuffer.allocate((int) channel.size()), 0);
            }
        }

        var second = open();

        assertThat(second.refusal()).isEmpty();
        assertThat(second.add(List.of(end(UUID.randomUUID(), "fine")))).isTrue();
        second.close();
        assertThat(open().oldest().messages()).isNotEmpty();
    }

    private LocalStore open() {
        var store = new LocalStore(directory, MAX_BYTES, statistics);
        opened.add(store);
        store.check();
        return store;
    }

    private static AttemptKey key(UUID id) {
        return new AttemptKey(id, 1);
    }

    private static StoredMessage log(UUID id) {
        return StoredMessage.of(
                new LogMessage(
                        "w",
                        List.of(
                                new LogMessage.Line(
                                        id, 1, 1, Instant.EPOCH, "INFO", "line of " + id))));
    }

    static StoredMessage end(UUID id, String result) {
        var report =
                new StatusMessage.Report(
                        id,
                        1,
                        OccurrenceState.COMPLETED,
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1L,
                        null,
                        null,
                        result,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null);
        var message = StoredMessage.of(new StatusMessage("w", null, List.of(report)));
        assertThat(WireJson.write(new StatusMessage("w", null, List.of(report))))
                .isEqualTo(message.body());
        return message;
    }
}
