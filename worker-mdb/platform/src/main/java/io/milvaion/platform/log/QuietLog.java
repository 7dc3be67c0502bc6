package io.milvaion.platform.log;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.function.LongSupplier;

/**
 * A logger for what may happen many times while something is away. Of each message one is logged,
 * and those that come within the next minute are counted; the next one tells how many they were.
 * Messages are told apart by their text without arguments. All that is kept back is logged as
 * DEBUG. Safe to share; a class has one, so that its instances count together.
 */
public final class QuietLog {

    private final System.Logger log;
    private final OnceAMinute rule;

    QuietLog(System.Logger log, LongSupplier nanoTime) {
        this.log = log;
        this.rule = new OnceAMinute(nanoTime);
    }

    public static QuietLog of(Class<?> owner) {
        return new QuietLog(System.getLogger(owner.getName()), System::nanoTime);
    }

    /**
     * @param message with places for the arguments, as {@link System.Logger#log} takes it;
     *     constant, since it is remembered
     */
    public void log(Level level, String message, Object... arguments) {
        log(level, null, message, arguments);
    }

    /**
     * @param cause logged with its stack where the message is, or null
     */
    public void log(Level level, Throwable cause, String message, Object... arguments) {
        var keptBack = rule.pass(message);
        if (keptBack.isPresent() || log.isLoggable(Level.DEBUG)) {
            log.log(
                    keptBack.isPresent() ? level : Level.DEBUG,
                    new MessageFormat(message).format(arguments)
                            + OnceAMinute.andMore(keptBack.orElse(0)),
                    cause);
        }
    }
}
