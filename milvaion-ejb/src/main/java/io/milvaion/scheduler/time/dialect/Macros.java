package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.Map;

/** Words that stand for a whole expression. */
final class Macros {

    /** Those that every cron knows, as five fields. */
    static final Map<String, String> COMMON =
            Map.of(
                    "@yearly", "0 0 1 1 *",
                    "@annually", "0 0 1 1 *",
                    "@monthly", "0 0 1 * *",
                    "@weekly", "0 0 * * 0",
                    "@daily", "0 0 * * *",
                    "@midnight", "0 0 * * *",
                    "@hourly", "0 * * * *");

    private final Map<String, String> expressions;

    Macros(Map<String, String> expressions) {
        this.expressions = expressions;
    }

    /**
     * The text, or what it stands for if it begins with {@code @}.
     *
     * @throws InvalidCron when there is no such macro
     */
    String expand(String text) {
        if (!text.startsWith("@")) {
            return text;
        }
        String expression = expressions.get(text);
        if (expression != null) {
            return expression;
        }
        throw new InvalidCron(
                InvalidCron.EXPRESSION,
                text.equalsIgnoreCase("@reboot")
                        ? "There is no @reboot: a job runs by the clock, or when it is triggered"
                                + " (schedule none)."
                        : "There is no macro \"" + text + "\".");
    }
}
