package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Cron expressions as others understand them. */
public final class CronRule {

    private static final Map<String, String> MACROS =
            Map.of(
                    "@YEARLY", "0 0 0 1 1 *",
                    "@ANNUALLY", "0 0 0 1 1 *",
                    "@MONTHLY", "0 0 0 1 * *",
                    "@WEEKLY", "0 0 0 * * 0",
                    "@DAILY", "0 0 0 * * *",
                    "@MIDNIGHT", "0 0 0 * * *",
                    "@HOURLY", "0 0 * * * *",
                    "@EVERY_MINUTE", "0 * * * * *",
                    "@EVERY_SECOND", "* * * * * *");

    private CronRule() {}

    /**
     * @throws IllegalArgumentException if the expression is not understood
     */
    public static SourceRule of(String expression, CronStyle style, PlanZone zone) {
        var text = expression.strip().toUpperCase(Locale.ROOT);
        var macro = MACROS.get(text);
        var written = Arrays.asList((macro == null ? text : macro).split("\\s+"));
        if (macro == null && (written.size() < style.fewest || written.size() > style.most)) {
            throw new IllegalArgumentException(
                    "an expression has " + counts(style) + " fields, this one " + written.size());
        }
        var fields = new ArrayList<>(written);
        if (fields.size() == 5) {
            fields.add(0, "0");
        }
        int timesFrom = macro == null ? 0 : 1;
        int timesTo = written.size() == 5 ? 2 : 3;
        return new WallClock(
                pattern(fields, style), zone, style.clocks(written.subList(timesFrom, timesTo)));
    }

    private static String counts(CronStyle style) {
        return style.fewest == style.most ? "" + style.most : style.fewest + " or " + style.most;
    }

    private static LocalPattern pattern(List<String> fields, CronStyle style) {
        long months = CronBits.MONTH.list(fields.get(4));
        Predicate<LocalDate> inMonth = day -> (months >>> day.getMonthValue() & 1) != 0;
        var days = inMonth.and(new CronDays(style).both(fields.get(3), fields.get(5)));
        return new LocalPattern(
                fields.size() > 6 ? days.and(inYears(fields.get(6))) : days,
                CronBits.HOUR.list(fields.get(2)),
                CronBits.SIXTY.list(fields.get(1)),
                CronBits.SIXTY.list(fields.get(0)));
    }

    private static Predicate<LocalDate> inYears(String text) {
        if (text.equals("*")) {
            return day -> true;
        }
        var years = new CronYears(text);
        return day -> years.has(day.getYear());
    }
}
