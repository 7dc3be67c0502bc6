package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import io.milvaion.scheduler.time.cron.JobHash;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code H}, {@code H/15}, {@code H(0-7)} and {@code H(0-29)/10} of Jenkins: a value that the
 * id of the job chooses, always the same for one job, so that many jobs spread by themselves. Of
 * days of the month it chooses one that each month has.
 */
final class HashedItems {

    private static final Pattern ITEM =
            Pattern.compile(
                    "H(\\((?<from>[0-9]{1,9})-(?<to>[0-9]{1,9})\\))?(/(?<step>[0-9]{1,9}))?");
    private static final Pattern ANYWHERE = Pattern.compile("(?i)(^|[\\s,])H([\\s,/(]|$)");
    private static final int DAYS_OF_EACH_MONTH = 28;

    private final UUID job;
    private boolean any;

    HashedItems(UUID job) {
        this.job = job;
    }

    /** Whether a whole expression has any. */
    static boolean areIn(String expression) {
        return ANYWHERE.matcher(expression).find();
    }

    /** Whether any item was one of these. */
    boolean any() {
        return any;
    }

    /**
     * The item that it comes to for this job; empty for one of another kind.
     *
     * @throws Unreadable when its numbers are out of range
     */
    Optional<CronItem> read(CronField field, String text) {
        Matcher item = ITEM.matcher(text);
        if (!item.matches()) {
            return Optional.empty();
        }
        any = true;
        FieldValues values = FieldValues.of(field);
        int first = item.group("from") == null ? field.min : values.number(item.group("from"));
        int last = item.group("to") == null ? lastOf(field) : values.number(item.group("to"));
        if (first > last) {
            throw new Unreadable("the range ends before it begins");
        }
        int size = last - first + 1;
        if (item.group("step") == null) {
            return Optional.of(CronItem.of(Kind.VALUE, first + below(size, field)));
        }
        int step = Integer.parseInt(item.group("step"));
        if (step < 1 || step > size) {
            throw new Unreadable("a step of " + first + "-" + last + " is 1 to " + size);
        }
        return Optional.of(CronItem.range(first + below(step, field), last, step));
    }

    private static int lastOf(CronField field) {
        return field == CronField.DAY_OF_MONTH ? DAYS_OF_EACH_MONTH : field.max();
    }

    /** A number that never changes for a job and a field; fields differ. */
    private int below(int bound, CronField field) {
        return (int) JobHash.of(job, field.wire.hashCode(), bound);
    }
}
