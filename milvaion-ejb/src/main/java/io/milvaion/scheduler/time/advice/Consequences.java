package io.milvaion.scheduler.time.advice;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from an expression that its writer may not have thought of, as sentences. */
public final class Consequences {

    private static final List<CronField> TIMES =
            List.of(CronField.SECOND, CronField.MINUTE, CronField.HOUR);

    private final CronFields fields;
    private final List<String> sentences = new ArrayList<>();

    private Consequences(CronFields fields) {
        this.fields = fields;
    }

    /**
     * @param from days are counted from here
     */
    public static List<String> of(CronSchedule schedule, Instant from) {
        var consequences = new Consequences(schedule.fields());
        consequences.tellStepsOfTimes();
        consequences.tellMissingDays();
        consequences.tellEitherDay(schedule, from);
        return List.copyOf(consequences.sentences);
    }

    private void tellStepsOfTimes() {
        for (CronField field : TIMES) {
            fields.of(field).stream()
                    .filter(item -> item.kind() == Kind.RANGE && item.step() > 1)
                    .filter(item -> item.last() == field.max())
                    .flatMap(item -> step(field, item).stream())
                    .forEach(sentences::add);
        }
    }

    /** A step begins anew with the unit above. */
    private static Optional<String> step(CronField field, CronItem item) {
        int last = item.first() + (item.last() - item.first()) / item.step() * item.step();
        int around = item.first() + field.size - last;
        if (last == item.first()) {
            return Optional.of(
                    "The step of "
                            + item.step()
                            + " is never made: only "
                            + field.wire
                            + " "
                            + last
                            + " matches.");
        }
        return around == item.step()
                ? Optional.empty()
                : Optional.of(
                        "From "
                                + field.wire
                                + " "
                                + last
                                + " to the next "
                                + item.first()
                                + " it is "
                                + around
                                + ", not "
                                + item.step()
                                + ": steps begin anew.");
    }

    private void tellMissingDays() {
        fields.of(CronField.DAY_OF_MONTH).stream()
                .filter(item -> item.kind() == Kind.VALUE || item.kind() == Kind.NEAREST_WEEKDAY)
                .map(CronItem::first)
                .filter(day -> day > 28)
                .distinct()
                .forEach(
                        day ->
                                sentences.add(
                                        "Months without a "
                                                + day
                                                + (day == 31 ? "st" : "th")
                                                + " are left out."));
    }

    private void tellEitherDay(CronSchedule schedule, Instant from) {
        if (fields.days() != DaysMatch.EITHER
                || !fields.restricts(CronField.DAY_OF_MONTH)
                || !fields.restricts(CronField.DAY_OF_WEEK)) {
            return;
        }
        Instant end = from.plus(365, ChronoUnit.DAYS);
        int days = 0;
        Optional<Instant> run = schedule.firstAtOrAfter(from);
        while (run.isPresent() && run.get().isBefore(end)) {
            days++;
            run = schedule.firstAtOrAfter(schedule.startOfDayAfter(run.get()));
        }
        sentences.add(
                "It runs on "
                        + days
                        + " days of the next 365, because either of its fields of days is enough.");
    }
}
