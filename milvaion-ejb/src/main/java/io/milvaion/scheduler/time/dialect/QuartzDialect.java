package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.dialect.PlainItems.Form;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code org.quartz.CronExpression}. Ranges wrap round in every field but the year. */
final class QuartzDialect implements Dialect {

    /** Sunday is 1. */
    private static final FieldValues WEEKDAYS =
            new FieldValues(CronField.DAY_OF_WEEK, 1, 7, 1, -1, FieldValues.FROM_SUNDAY, 1);

    private static final FieldValues YEARS =
            new FieldValues(CronField.YEAR, 1970, 2199, 1970, 0, List.of(), 0);
    private static final Set<Form> FORMS = Set.of(Form.WRAPPING_RANGE, Form.STEP_AFTER_VALUE);
    private static final Set<Form> FORMS_OF_YEARS = Set.of(Form.STEP_AFTER_VALUE);

    @Override
    public CronFields read(String text, UUID job) {
        List<String> parts = FieldLists.split(text);
        if (parts.size() != 6 && parts.size() != 7) {
            throw FieldLists.wrongNumber(
                    "6 fields (second, minute, hour, day of month, month, day of week) or 7 (year"
                            + " last)",
                    parts.size());
        }
        if (parts.get(3).equals("?") == parts.get(5).equals("?")) {
            throw FieldLists.wrong(
                    CronField.DAY_OF_WEEK,
                    parts.get(5),
                    "exactly one of day of month and day of week must be ?");
        }
        return new CronFields(
                FieldLists.read(
                        parts.size() == 6 ? FieldLists.SIX : FieldLists.SEVEN,
                        parts,
                        QuartzDialect::item),
                DaysMatch.BOTH,
                false);
    }

    private static CronItem item(CronField field, String item) {
        return switch (field) {
            case DAY_OF_MONTH ->
                    item.equals("?")
                            ? CronItem.any(field)
                            : SpecialDays.ofMonth(item)
                                    .orElseGet(
                                            () ->
                                                    new PlainItems(FieldValues.of(field), FORMS)
                                                            .read(item));
            case DAY_OF_WEEK -> weekday(item);
            case YEAR -> new PlainItems(YEARS, FORMS_OF_YEARS).read(item);
            default -> new PlainItems(FieldValues.of(field), FORMS).read(item);
        };
    }

    /** {@code L} alone is Saturday, the last day of the week: not of the month. */
    private static CronItem weekday(String item) {
        return switch (item) {
            case "?" -> CronItem.any(CronField.DAY_OF_WEEK);
            case "L" -> CronItem.of(Kind.VALUE, WEEKDAYS.ours(WEEKDAYS.max()));
            default ->
                    SpecialDays.ofWeek(item, WEEKDAYS)
                            .orElseGet(() -> new PlainItems(WEEKDAYS, FORMS).read(item));
        };
    }
}
