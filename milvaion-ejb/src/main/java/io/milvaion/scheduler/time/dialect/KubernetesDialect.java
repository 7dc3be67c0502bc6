package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.dialect.PlainItems.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The standard parser of robfig/cron v3. A field of days counts as restricted unless its list has
 * {@code *} or {@code ?} with no step but 1: {@code *}{@code /2} is, and either field is enough.
 */
final class KubernetesDialect implements Dialect {

    private static final Macros MACROS = new Macros(Macros.COMMON);
    private static final FieldValues WEEKDAYS = FieldValues.weekdays(6);
    private static final Set<Form> FORMS =
            Set.of(Form.QUESTION_MARK, Form.STEP_AFTER_VALUE, Form.STEP_OF_ANY_LENGTH);
    private static final Pattern STAR = Pattern.compile("[*?](/0*1)?");

    @Override
    public CronFields read(String text, UUID job) {
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION,
                    "A time zone does not stand in the expression but in timeZone.");
        }
        EveryInterval.in(text)
                .ifPresent(
                        interval -> {
                            throw new InvalidCron(
                                    InvalidCron.EXPRESSION,
                                    "@every is no expression here but an interval: use every with "
                                            + interval
                                            + ".");
                        });
        List<String> parts = FieldLists.split(MACROS.expand(text));
        Map<CronField, List<CronItem>> items =
                FieldLists.read(FieldLists.FIVE, parts, KubernetesDialect::item);
        boolean star = hasStar(parts.get(2)) || hasStar(parts.get(4));
        return new CronFields(items, star ? DaysMatch.BOTH : DaysMatch.EITHER, false);
    }

    private static boolean hasStar(String list) {
        return Arrays.stream(list.split(",")).anyMatch(item -> STAR.matcher(item).matches());
    }

    private static CronItem item(CronField field, String item) {
        FieldValues values = field == CronField.DAY_OF_WEEK ? WEEKDAYS : FieldValues.of(field);
        return new PlainItems(values, FORMS).read(item);
    }
}
