package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.dialect.PlainItems.Form;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code org.springframework.scheduling.support.CronExpression}. */
final class SpringDialect implements Dialect {

    private static final Macros MACROS =
            new Macros(
                    Macros.COMMON.entrySet().stream()
                            .collect(
                                    Collectors.toMap(Map.Entry::getKey, m -> "0 " + m.getValue())));

    /** Monday is 1; Sunday is 7 or 0, and {@code *} begins with Monday. */
    private static final FieldValues WEEKDAYS =
            new FieldValues(CronField.DAY_OF_WEEK, 0, 7, 1, 0, FieldValues.FROM_MONDAY, 1);

    private static final Set<Form> FORMS = Set.of(Form.STEP_AFTER_VALUE, Form.STEP_OF_ANY_LENGTH);
    private static final Set<Form> FORMS_OF_DAYS =
            Set.of(Form.STEP_AFTER_VALUE, Form.STEP_OF_ANY_LENGTH, Form.QUESTION_MARK);
    private static final Pattern FROM_SUNDAY = Pattern.compile("(SUN|0*7)(?=-)");

    @Override
    public CronFields read(String text, UUID job) {
        return new CronFields(
                FieldLists.read(
                        FieldLists.SIX,
                        FieldLists.split(
                                MACROS.expand(
                                        text.startsWith("@")
                                                ? text.toLowerCase(Locale.ROOT)
                                                : text)),
                        SpringDialect::item),
                DaysMatch.BOTH,
                false);
    }

    private static CronItem item(CronField field, String item) {
        return switch (field) {
            case DAY_OF_MONTH ->
                    SpecialDays.ofMonth(item)
                            .filter(day -> !isBeforeTheLastWeekday(day))
                            .orElseGet(
                                    () ->
                                            new PlainItems(FieldValues.of(field), FORMS_OF_DAYS)
                                                    .read(item));
            case DAY_OF_WEEK -> weekday(item);
            default -> new PlainItems(FieldValues.of(field), FORMS).read(item);
        };
    }

    /** There is {@code LW}, but no {@code L-3W}. */
    private static boolean isBeforeTheLastWeekday(CronItem day) {
        return day.kind() == Kind.LAST_WEEKDAY && day.first() > 0;
    }

    /** A range may begin with Sunday, by whatever name. */
    private static CronItem weekday(String item) {
        Optional<CronItem> special = SpecialDays.ofWeek(item, WEEKDAYS);
        return special.orElseGet(
                () ->
                        new PlainItems(WEEKDAYS, FORMS_OF_DAYS)
                                .read(FROM_SUNDAY.matcher(item).replaceFirst("0")));
    }
}
