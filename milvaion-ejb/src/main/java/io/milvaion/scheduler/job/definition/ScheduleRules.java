package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.EveryClock;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What a schedule may contain. */
final class ScheduleRules {

    /** How far ahead a single run may be planned: as far as cron is looked ahead, 400 years. */
    private static final Duration HORIZON = Duration.ofDays(146_097);

    private static final int MOST_CALENDARS = 10;

    private final JobSchedule is;
    private final JobSchedule before;
    private final Instant now;
    private final BiConsumer<String, String> wrong;

    /**
     * @param before the schedule that it replaces, or null
     * @param now the Redis clock
     * @param wrong takes a field and what is wrong with it
     */
    ScheduleRules(
            JobSchedule is, JobSchedule before, Instant now, BiConsumer<String, String> wrong) {
        this.is = is;
        this.before = before;
        this.now = now;
        this.wrong = wrong;
    }

    /**
     * When a job is switched on its schedule is asked to be readable again, because it is planned
     * by it; that an {@code executeAt} has passed meanwhile is no error.
     */
    void check(boolean switchesOn) {
        boolean reschedules = !is.equals(before);
        if (!reschedules && !switchesOn) {
            return;
        }
        boolean words = checkWords();
        PlanZone zone = checkZone();
        boolean calendars = checkCalendars();
        if (!checkOneKind() || !words) {
            return;
        }
        if (!calendars) { // without them nothing can be planned, but an expression can be read
            if (is.cronExpression() != null && zone != null) {
                checkCron(false);
            }
            return;
        }
        if (is.executeAt() != null
                && (before == null || !is.executeAt().equals(before.executeAt()))) {
            checkExecuteAt();
        }
        if (zone != null) {
            checkRepeating(reschedules);
        }
        new OffsetRules(is, now, wrong).check();
    }

    private boolean checkWords() {
        boolean gap = DstGap.parse(is.dstGap()).isPresent();
        boolean overlap = DstOverlap.parse(is.dstOverlap()).isPresent();
        choice("dstGap", gap, "shift or skip");
        choice("dstOverlap", overlap, "first, second or both");
        boolean dialect = word("cronDialect", is.cronDialect(), Words.of(CronDialect.class));
        boolean clock = word("everyClock", is.everyClock(), Words.of(EveryClock.class));
        boolean closed = word("onClosed", is.onClosed(), Words.of(OnClosed.class));
        return gap && overlap && dialect && clock && closed;
    }

    private <E extends Enum<E>> boolean word(String field, String word, Words<E> words) {
        boolean right = words.read(word).filter(value -> Words.of(value).equals(word)).isPresent();
        choice(field, right, words.choices());
        return right;
    }

    private void choice(String field, boolean right, String allowed) {
        if (!right) {
            wrong.accept(field, "Allowed: " + allowed + ".");
        }
    }

    private boolean checkOneKind() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put("cronExpression", is.cronExpression());
        kinds.put("every", is.every());
        kinds.put("delay", is.delay());
        kinds.put("rrule", is.rrule());
        kinds.put("executeAt", is.executeAt());
        kinds.values().removeIf(Objects::isNull);
        if (kinds.size() < 2) {
            return true;
        }
        var given = kinds.keySet().toArray(String[]::new);
        for (int i = 0; i < given.length - 1; i++) {
            wrong.accept(given[i], "Not together with " + given[given.length - 1] + ".");
        }
        return false;
    }

    private PlanZone checkZone() {
        try {
            return Zones.named(is.timeZone());
        } catch (DateTimeException e) {
            wrong.accept("timeZone", e.getMessage());
            return null;
        }
    }

    private boolean checkCalendars() {
        var names = is.calendars();
        boolean few = names.size() <= MOST_CALENDARS;
        boolean planned = names.isEmpty() || !is.followsEnd();
        if (!few) {
            wrong.accept("calendars", "At most " + MOST_CALENDARS + " calendars.");
        }
        if (!planned) {
            wrong.accept("calendars", "Not together with delay.");
        }
        boolean known = true;
        for (int i = 0; i < names.size(); i++) {
            if (!CalendarBooks.present().has(names.get(i))) {
                wrong.accept("calendars[" + i + "]", "There is no calendar " + names.get(i) + ".");
                known = false;
            }
        }
        return few && planned && known;
    }

    private void checkRepeating(boolean reschedules) {
        var kinds = new KindRules(is, wrong);
        boolean right = kinds.check();
        if (is.cronExpression() != null) {
            right &= checkCron(reschedules);
        }
        if (right && reschedules) {
            kinds.checkComes(now);
        }
    }

    private boolean checkCron(boolean reschedules) {
        try {
            var schedule = is.cron(null);
            if (reschedules) {
                schedule.requireRun(now);
            }
            return true;
        } catch (InvalidCron e) {
            wrong.accept(JobRules.cronField("cronExpression", e), e.getMessage());
            return false;
        }
    }

    private void checkExecuteAt() {
        if (is.executeAt().isBefore(now.minus(JobDefinition.PAST_TOLERANCE))) {
            wrong.accept("executeAt", "This is in the past.");
        } else if (is.executeAt().isAfter(now.plus(HORIZON))) {
            wrong.accept("executeAt", "This is more than 400 years ahead.");
        }
    }
}
