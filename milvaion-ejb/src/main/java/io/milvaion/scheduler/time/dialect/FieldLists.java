package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.InvalidCron;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes an expression apart into fields between white space, and fields into items at commas. */
final class FieldLists {

    /** Minute to day of the week. */
    static final List<CronField> FIVE =
            List.of(
                    CronField.MINUTE,
                    CronField.HOUR,
                    CronField.DAY_OF_MONTH,
                    CronField.MONTH,
                    CronField.DAY_OF_WEEK);

    /** Second to day of the week. */
    static final List<CronField> SIX =
            List.of(
                    CronField.SECOND,
                    CronField.MINUTE,
                    CronField.HOUR,
                    CronField.DAY_OF_MONTH,
                    CronField.MONTH,
                    CronField.DAY_OF_WEEK);

    /** Second to year. */
    static final List<CronField> SEVEN =
            List.of(
                    CronField.SECOND,
                    CronField.MINUTE,
                    CronField.HOUR,
                    CronField.DAY_OF_MONTH,
                    CronField.MONTH,
                    CronField.DAY_OF_WEEK,
                    CronField.YEAR);

    /** Reads one item. */
    interface ItemReader {

        /**
         * @param item in upper case
         * @throws Unreadable when the field does not understand it
         */
        CronItem read(CronField field, String item);
    }

    private FieldLists() {}

    /** The texts of the fields. */
    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    /**
     * @param order of the fields in text
     * @throws InvalidCron naming the first field that is wrong
     */
    static Map<CronField, List<CronItem>> read(
            List<CronField> order, List<String> parts, ItemReader reader) {
        if (parts.size() != order.size()) {
            throw wrongNumber(names(order), parts.size());
        }
        Map<CronField, List<CronItem>> items = new EnumMap<>(CronField.class);
        Iterator<String> part = parts.iterator();
        for (CronField field : order) {
            items.put(field, list(field, part.next(), reader));
        }
        return items;
    }

    private static List<CronItem> list(CronField field, String text, ItemReader reader) {
        return Arrays.stream(text.split(",", -1)).map(item -> item(field, item, reader)).toList();
    }

    private static CronItem item(CronField field, String text, ItemReader reader) {
        try {
            return reader.read(field, text.toUpperCase(Locale.ROOT));
        } catch (Unreadable e) {
            throw wrong(field, text, e.getMessage());
        }
    }

    static InvalidCron wrong(CronField field, String text, String reason) {
        return new InvalidCron(
                field.wire, "\"" + text + "\" is wrong as " + field.wire + ": " + reason + ".");
    }

    static InvalidCron wrongNumber(String fields, int number) {
        return new InvalidCron(
                InvalidCron.EXPRESSION,
                "An expression has " + fields + ", this one has " + number + ".");
    }

    private static String names(List<CronField> order) {
        return order.size()
                + " fields ("
                + order.stream().map(FieldLists::words).collect(Collectors.joining(", "))
                + ")";
    }

    /** Such as "day of month". */
    private static String words(CronField field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
