package io.milvaion.scheduler.state.occurrence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Looks for lines of a log. What is looked through is what whoever asks may see: a search in the
 * database would tell what is masked.
 *
 * @param least the lowest level that is meant
 * @param text that a line has in any case, or null
 * @param shown what is seen of a message
 */
public record LogSearch(LogLevel least, String text, UnaryOperator<String> shown) {

    private static final int PART = 10_000;
    private static final int MOST_PARTS = 64; // of a mebibyte

    /**
     * What was found.
     *
     * @param reached the last line that was looked at; null if nothing follows
     */
    public record Found(List<LogLine> lines, LogLine reached) {}

    Found read(Connection connection, UUID id, int afterAttempt, int afterSeq, int limit)
            throws SQLException {
        var found = new ArrayList<LogLine>();
        int attempt = afterAttempt;
        int seq = afterSeq;
        LogLine reached = null;
        for (int i = 0; i < MOST_PARTS; i++) {
            var part = LogPart.read(connection, id, attempt, seq, PART);
            for (var line : part.lines()) {
                reached = line;
                var seen = line.withMessage(shown.apply(line.message()));
                if (isMeant(seen) && found.add(seen) && found.size() == limit) {
                    return new Found(found, reached);
                }
            }
            if (part.last()) {
                return new Found(found, null);
            }
            attempt = reached.attempt();
            seq = reached.seq();
        }
        return new Found(found, reached);
    }

    private boolean isMeant(LogLine line) {
        return line.level().compareTo(least) >= 0
                && (text == null || folded(line.message()).contains(folded(text)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
