package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.run.tracking.TrackingScene;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogPartIT {

    private static final int LINE = 64 << 10;

    private final UUID run = UUID.randomUUID();
    private final TrackingScene scene = new TrackingScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void longLinesComeInPartsOfAMebibyte() {
        enter(1, 40, LINE);
        enter(2, 3, 2 * LogPart.BYTES);

        var parts = new ArrayList<List<LogLine>>();
        var part = read(0, 0, 1_000);
        for (; !part.last(); part = after(part)) {
            parts.add(part.lines());
        }
        parts.add(part.lines());

        assertThat(parts).extracting(List::size).containsExactly(16, 16, 9, 1, 1);
        assertThat(parts.stream().flatMap(List::stream).map(LogLine::seq).toList())
                .startsWith(1, 2)
                .hasSize(43)
                .endsWith(1, 2, 3);
    }

    @Test
    void shortLinesComeAsManyAsWereAskedFor() {
        enter(1, 5, 10);

        assertThat(read(0, 0, 5).lines()).hasSize(5);
        assertThat(read(0, 0, 5).last()).isFalse();
        assertThat(read(0, 0, 6).last()).isTrue();
        assertThat(read(1, 5, 5)).isEqualTo(new LogPart(List.of(), true));
    }

    private LogPart after(LogPart part) {
        var line = part.lines().get(part.lines().size() - 1);
        return read(line.attempt(), line.seq(), 1_000);
    }

    private LogPart read(int attempt, int seq, int limit) {
        return scene.database.autocommit(c -> LogPart.read(c, run, attempt, seq, limit));
    }

    private void enter(int attempt, int lines, int bytes) {
        scene.execute(
                """
                insert into occurrence_logs (occurrence_id, attempt, seq, at, level, message)
                select ?, ?, n, now(), 'INFO', repeat('x', ?) from generate_series(1, %d) n"""
                        .formatted(lines),
                run,
                attempt,
                bytes);
    }
}
