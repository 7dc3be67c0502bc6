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

    @Test
    void theOutlineSaysHowLongALogIsAndWhereItsFirstErrorStands() {
        enter(0, 2, 10);
        enter(1, 5, 10);
        is(1, 3, "WARN", "careful");
        is(1, 4, "ERROR", "broken");
        is(1, 5, "ERROR", "broken again");
        scene.execute("delete from occurrence_logs where occurrence_id = ? and seq = 2", run);

        var outline = scene.database.autocommit(c -> LogOutline.read(c, run));

        assertThat(outline.attempts())
                .containsExactly(
                        new LogOutline.OfAttempt(0, 1, 1, null, 0, 0),
                        new LogOutline.OfAttempt(1, 4, 5, 4, 2, 1));
        var empty = scene.database.autocommit(c -> LogOutline.read(c, UUID.randomUUID()));
        assertThat(empty).isEqualTo(new LogOutline(List.of()));
    }

    @Test
    void aSearchGoesOnWhereItStoppedAndPassesOverPartsWithoutAnyMatch() {
        enter(1, 25_000, 4);
        is(1, 17, "WARN", "The NEEDLE");
        is(1, 24_999, "ERROR", "needle too");

        var first = search(LogLevel.TRACE, "needle", 0, 0, 1);
        var second = search(LogLevel.TRACE, "needle", 1, first.reached().seq(), 2);

        assertThat(first.lines()).extracting(LogLine::seq).containsExactly(17);
        assertThat(second.lines()).extracting(LogLine::seq).containsExactly(24_999);
        assertThat(second.reached()).isNull();
        assertThat(search(LogLevel.ERROR, null, 0, 0, 9).lines())
                .extracting(LogLine::seq)
                .containsExactly(24_999);
        assertThat(search(LogLevel.TRACE, "hay", 0, 0, 9))
                .isEqualTo(new LogSearch.Found(List.of(), null));
    }

    @Test
    void aSearchFindsWhatIsSeenAndNothingThatIsMasked() {
        enter(1, 3, 10);
        is(1, 2, "INFO", "the word is sesame");
        var masked = new LogSearch(LogLevel.TRACE, "sesame", text -> text.replace("sesame", "•••"));

        var found = scene.database.autocommit(c -> masked.read(c, run, 0, 0, 9));

        assertThat(found).isEqualTo(new LogSearch.Found(List.of(), null));
        assertThat(search(LogLevel.TRACE, "sesame", 0, 0, 9).lines()).hasSize(1);
    }

    private LogSearch.Found search(LogLevel least, String text, int attempt, int seq, int limit) {
        var wanted = new LogSearch(least, text, shown -> shown);
        return scene.database.autocommit(c -> wanted.read(c, run, attempt, seq, limit));
    }

    private void is(int attempt, int seq, String level, String message) {
        scene.execute(
                """
                update occurrence_logs set level = ?, message = ?
                 where occurrence_id = ? and attempt = ? and seq = ?""",
                level,
                message,
                run,
                attempt,
                seq);
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
