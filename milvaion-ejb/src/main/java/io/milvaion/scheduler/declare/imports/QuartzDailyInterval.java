package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CronStyle;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** At intervals between two times of some days of the week: {@code DAILY_I}. */
record QuartzDailyInterval(SourceJob job, StoredRow row, SourceInput input) {

    private static final int SECONDS_OF_DAY = 24 * 3600;

    void put() {
        job.set("misfirePolicy", row.number("misfire_instr") == 1 ? "once" : "skip");
        var window = row.text("str_prop_3").split(",");
        int step = step();
        if (window.length != 6 || step < 1) {
            job.refuse("Its window " + row.text("str_prop_3") + " is not understood.");
            return;
        }
        var times = times(second(window, 0), second(window, 3), step);
        var parts =
                List.of(
                        values(times, second -> second % 60),
                        values(times, second -> second / 60 % 60),
                        values(times, second -> second / 3600));
        if (times.isEmpty()) {
            job.refuse("Its window has no time of day.");
            return;
        }
        long all = parts.stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        if (all != times.size()) {
            job.refuse("Its times of day are no one expression: make a job of each hour.");
            return;
        }
        var expression =
                parts.stream().map(QuartzDailyInterval::list).collect(Collectors.joining(" "));
        SourceCron.put(
                job,
                expression + " ? * " + row.text("str_prop_2"),
                CronStyle.QUARTZ,
                SourceCron.zone(job, row.text("time_zone_id"), input));
    }

    private int step() {
        long interval = row.number("int_prop_1");
        long unit =
                switch (row.text("str_prop_1").toUpperCase(Locale.ROOT)) {
                    case "HOUR" -> 3600;
                    case "MINUTE" -> 60;
                    case "SECOND" -> 1;
                    default -> 0;
                };
        return (int) Math.min(Math.max(interval, 0) * unit, SECONDS_OF_DAY);
    }

    /** Negative if it is no time of day. */
    private static int second(String[] window, int from) {
        try {
            return LocalTime.of(
                            Integer.parseInt(window[from]),
                            Integer.parseInt(window[from + 1]),
                            Integer.parseInt(window[from + 2]))
                    .toSecondOfDay();
        } catch (NumberFormatException | DateTimeException e) {
            return -1;
        }
    }

    private static List<Integer> times(int first, int last, int step) {
        var times = new ArrayList<Integer>();
        for (int second = first; second >= 0 && second <= last; second += step) {
            times.add(second);
        }
        return times;
    }

    private static Set<Integer> values(List<Integer> times, UnaryOperator<Integer> part) {
        return times.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String list(Set<Integer> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
