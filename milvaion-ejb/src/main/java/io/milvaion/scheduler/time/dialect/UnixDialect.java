package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.dialect.PlainItems.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The cron of Vixie. A field of days counts as restricted unless its text begins with {@code *}: so
 * {@code *}{@code /2} is not, and both fields must match.
 */
final class UnixDialect implements Dialect {

    private static final Macros MACROS = new Macros(Macros.COMMON);
    private static final FieldValues WEEKDAYS = FieldValues.weekdays(7);
    private static final Set<Form> FORMS = Set.of(Form.STEP_OF_ANY_LENGTH);

    @Override
    public CronFields read(String text, UUID job) {
        List<String> parts = FieldLists.split(MACROS.expand(text));
        Map<CronField, List<CronItem>> items =
                FieldLists.read(FieldLists.FIVE, parts, UnixDialect::item);
        boolean star = parts.get(2).startsWith("*") || parts.get(4).startsWith("*");
        return new CronFields(items, star ? DaysMatch.BOTH : DaysMatch.EITHER, false);
    }

    private static CronItem item(CronField field, String item) {
        FieldValues values = field == CronField.DAY_OF_WEEK ? WEEKDAYS : FieldValues.of(field);
        return new PlainItems(values, FORMS).read(item);
    }
}
