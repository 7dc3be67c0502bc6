package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the items that all dialects of cron have: any, a value, a range, each with a step. */
final class PlainItems {

    /** Where dialects differ. */
    enum Form {
        /** {@code ?} is any. */
        QUESTION_MARK,
        /** A range may end before its start and then wraps round. */
        WRAPPING_RANGE,
        /** {@code 5/15} goes on to the last value. */
        STEP_AFTER_VALUE,
        /** A step that is longer than its field is taken, and makes the first value only. */
        STEP_OF_ANY_LENGTH
    }

    private static final Pattern ITEM =
            Pattern.compile(
                    "(?<any>[*?])?(?<from>[A-Z0-9]+)?(-(?<to>[A-Z0-9]+))?(/(?<step>[0-9]{1,9}))?");

    private final FieldValues values;
    private final Set<Form> forms;

    PlainItems(FieldValues values, Set<Form> forms) {
        this.values = values;
        this.forms = forms;
    }

    /**
     * @param text in upper case
     * @throws Unreadable when it is none
     */
    CronItem read(String text) {
        Matcher item = ITEM.matcher(text);
        if (!item.matches() || (item.group("any") == null) == (item.group("from") == null)) {
            throw new Unreadable("this is not something the field understands");
        }
        boolean stepped = item.group("step") != null;
        int step = stepped ? step(item.group("step")) : 1;
        if (item.group("any") != null) {
            return any(item, stepped, step);
        }
        int from = values.number(item.group("from"));
        if (item.group("to") != null) {
            return range(from, values.number(item.group("to")), step);
        }
        if (!stepped) {
            return CronItem.of(Kind.VALUE, values.ours(from));
        }
        if (!forms.contains(Form.STEP_AFTER_VALUE)) {
            throw new Unreadable(
                    "a step needs a range, such as " + from + "-" + values.max() + "/" + step);
        }
        return range(from > values.last() ? values.ours(from) : from, values.last(), step);
    }

    private CronItem any(Matcher item, boolean stepped, int step) {
        if (item.group("to") != null
                || (item.group("any").equals("?") && !forms.contains(Form.QUESTION_MARK))) {
            throw new Unreadable("this is not something the field understands");
        }
        return stepped ? range(values.start(), values.last(), step) : CronItem.any(values.field());
    }

    private CronItem range(int from, int to, int step) {
        if (from > to && !forms.contains(Form.WRAPPING_RANGE)) {
            throw new Unreadable("the range ends before it begins");
        }
        return CronItem.range(from + values.shift(), to + values.shift(), step);
    }

    private int step(String digits) {
        int step = Integer.parseInt(digits);
        if (step == 0) {
            throw new Unreadable("a step is 1 at least");
        }
        if (step > values.field().longestStep() && !forms.contains(Form.STEP_OF_ANY_LENGTH)) {
            throw new Unreadable(LongStep.advice(values.field()));
        }
        return step;
    }
}
