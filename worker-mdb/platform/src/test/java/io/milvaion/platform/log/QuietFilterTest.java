package io.milvaion.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietFilterTest {

    private final String name = "other" + UUID.randomUUID();

    @Test
    void aLineOfAnotherLoggerIsNotRepeated() {
        var logger = Logger.getLogger(name);
        try (var filter = QuietFilter.on(name)) {
            assertThat(logger.getFilter()).isSameAs(filter);
            assertThat(filter.isLoggable(line("no connection: {0}"))).isTrue();
            assertThat(filter.isLoggable(line("no connection: {0}"))).isFalse();
            assertThat(filter.isLoggable(line("something else"))).isTrue();
        }
        assertThat(logger.getFilter()).isNull();
    }

    @Test
    void linesThatAreAllDifferentAreNotRememberedForEver() {
        try (var filter = QuietFilter.on(name)) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(filter.isLoggable(line("line " + i))).isTrue();
            }
            assertThat(filter.isLoggable(line("line 0"))).isTrue();
        }
    }

    private LogRecord line(String message) {
        var line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(name);
        return line;
    }
}
