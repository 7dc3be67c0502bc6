package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values of a field as a dialect numbers and names them.
 *
 * @param min the smallest number in text
 * @param max the largest
 * @param start the first of {@code *}
 * @param shift what is added to a number in text to get ours
 * @param names that stand for the numbers from {@code firstName} on, in upper case
 */
record FieldValues(
        CronField field,
        int min,
        int max,
        int start,
        int shift,
        List<String> names,
        int firstName) {

    static final List<String> FROM_SUNDAY =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    static final List<String> FROM_MONDAY =
            List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Those of a field other than the day of the week, on which dialects agree. */
    static FieldValues of(CronField field) {
        List<String> names = field == CronField.MONTH ? MONTHS : List.of();
        return new FieldValues(field, field.min, field.max(), field.min, 0, names, 1);
    }

    /** Days of the week from Sunday = 0; that Sunday is 7, too, is {@code max}. */
    static FieldValues weekdays(int max) {
        return new FieldValues(CronField.DAY_OF_WEEK, 0, max, 0, 0, FROM_SUNDAY, 0);
    }

    /** The number in text that this is or names. */
    int number(String text) {
        int name = names.indexOf(text);
        if (name >= 0) {
            return firstName + name;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new Unreadable("this is not something the field understands");
        }
        int number = Integer.parseInt(text);
        if (number < min || number > max) {
            throw new Unreadable("values are " + min + " to " + max);
        }
        return number;
    }

    /** The last of {@code *}, where Sunday, which may have two numbers, counts once. */
    int last() {
        return start + field.size - 1;
    }

    /** Our number for one in text. */
    int ours(int number) {
        int ours = number + shift;
        return field == CronField.DAY_OF_WEEK ? ours % field.size : ours;
    }
}
