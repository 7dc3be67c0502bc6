package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.DaysMatch;
import io.milvaion.scheduler.time.dialect.PlainItems.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Our own dialect; its grammar is in the description of the package. */
final class MilvaionDialect implements Dialect {

    private static final Macros MACROS = new Macros(macros());
    private static final FieldValues WEEKDAYS = FieldValues.weekdays(7);
    private static final Set<Form> FORMS = Set.of(Form.WRAPPING_RANGE, Form.STEP_AFTER_VALUE);
    private static final Set<Form> FORMS_OF_DAYS =
            Set.of(Form.WRAPPING_RANGE, Form.STEP_AFTER_VALUE, Form.QUESTION_MARK);

    private static Map<String, String> macros() {
        Map<String, String> macros = new HashMap<>(Macros.COMMON);
        macros.put("@every_minute", "* * * * *");
        macros.put("@every_second", "* * * * * *");
        return macros;
    }

    @Override
    public CronFields read(String text, UUID job) {
        String expression =
                text.startsWith("@") ? MACROS.expand(text.toLowerCase(Locale.ROOT)) : text;
        List<String> parts = FieldLists.split(expression);
        if (parts.size() != 5 && parts.size() != 6) {
            throw FieldLists.wrongNumber(
                    "5 fields (minute, hour, day of month, month, day of week) or 6 (second first)",
                    parts.size());
        }
        HashedItems hashed = new HashedItems(job);
        Map<CronField, List<CronItem>> items =
                FieldLists.read(
                        parts.size() == 5 ? FieldLists.FIVE : FieldLists.SIX,
                        parts,
                        (field, item) -> item(field, item, hashed));
        return new CronFields(items, DaysMatch.BOTH, hashed.any());
    }

    @Override
    public boolean dependsOnJob(String text) {
        return HashedItems.areIn(text);
    }

    private static CronItem item(CronField field, String item, HashedItems hashed) {
        return hashed.read(field, item)
                .or(() -> special(field, item))
                .orElseGet(() -> plain(field).read(item));
    }

    private static Optional<CronItem> special(CronField field, String item) {
        return switch (field) {
            case DAY_OF_MONTH -> SpecialDays.ofMonth(item);
            case DAY_OF_WEEK -> SpecialDays.ofWeek(item, WEEKDAYS);
            default -> Optional.empty();
        };
    }

    private static PlainItems plain(CronField field) {
        return switch (field) {
            case DAY_OF_MONTH -> new PlainItems(FieldValues.of(field), FORMS_OF_DAYS);
            case DAY_OF_WEEK -> new PlainItems(WEEKDAYS, FORMS_OF_DAYS);
            default -> new PlainItems(FieldValues.of(field), FORMS);
        };
    }
}
