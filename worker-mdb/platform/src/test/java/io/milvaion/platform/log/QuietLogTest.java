package io.milvaion.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class QuietLogTest {

    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1; // it may overflow
    private final QuietLog log = new QuietLog(new Lines(), () -> nanos);

    @Test
    void ofManyOneIsALineAndTheNextSaysHowManyTheyWere() {
        for (int i = 0; i < 58; i++) {
            log.log(Level.WARNING, "{0} is away", "the broker");
            nanos += Duration.ofSeconds(1).toNanos();
        }
        assertThat(lines).containsExactly("WARNING the broker is away");

        nanos += Duration.ofSeconds(2).toNanos();
        log.log(Level.WARNING, "{0} is away", "Redis");
        assertThat(lines)
                .hasSize(2)
                .last()
                .isEqualTo("WARNING Redis is away (and 57 more since the last such line)");
    }

    @Test
    void anotherMessageIsALineOfItsOwn() {
        log.log(Level.WARNING, "it''s {0}", 1_000L);
        log.log(Level.ERROR, "{0} has failed", "it");

        assertThat(lines).containsExactly("WARNING it's 1,000", "ERROR it has failed");
    }

    @Test
    void whatComesSeldomIsNotCounted() {
        log.log(Level.WARNING, "away");
        nanos += Duration.ofMinutes(1).toNanos();
        log.log(Level.WARNING, "away");

        assertThat(lines).containsExactly("WARNING away", "WARNING away");
    }

    @Test
    void theStackIsLoggedWithTheLine() {
        var first = new IllegalStateException();
        log.log(Level.ERROR, first, "failed");
        log.log(Level.ERROR, new IllegalStateException(), "failed");

        assertThat(causes).containsExactly(first);
    }

    private final class Lines implements System.Logger {

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level != Level.DEBUG;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable cause) {
            lines.add(level + " " + text);
            causes.add(cause);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
            log(level, bundle, format, (Throwable) null);
        }
    }
}
