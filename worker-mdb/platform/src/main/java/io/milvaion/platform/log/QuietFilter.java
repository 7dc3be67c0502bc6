package io.milvaion.platform.log;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The rule of {@link QuietLog} for loggers of others, which repeat their lines at each failed call.
 * Safe to share.
 */
public final class QuietFilter implements Filter, AutoCloseable {

    private final OnceAMinute rule = new OnceAMinute(System::nanoTime);
    private final List<Logger> loggers; // held: a logger that nobody holds forgets its filter

    private QuietFilter(List<Logger> loggers) {
        this.loggers = loggers;
    }

    /** From now on these loggers repeat nothing within a minute. */
    public static QuietFilter on(String... loggerNames) {
        var loggers = Arrays.stream(loggerNames).map(Logger::getLogger).toList();
        var filter = new QuietFilter(loggers);
        loggers.forEach(logger -> logger.setFilter(filter));
        return filter;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        var keptBack = rule.pass(line.getLoggerName() + line.getLevel() + line.getMessage());
        keptBack.ifPresent(
                count -> line.setMessage(line.getMessage() + OnceAMinute.andMore(count)));
        return keptBack.isPresent();
    }

    /** Lets them log as before. */
    @Override
    public void close() {
        loggers.forEach(logger -> logger.setFilter(null));
    }
}
