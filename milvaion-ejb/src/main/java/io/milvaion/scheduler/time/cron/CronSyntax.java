package io.milvaion.scheduler.time.cron;

import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.constraint.FieldConstraints;
import com.cronutils.model.field.constraint.FieldConstraintsBuilder;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.expression.QuestionMark;
import com.cronutils.model.field.expression.visitor.ValidationFieldExpressionVisitor;
import com.cronutils.model.field.value.FieldValue;
import com.cronutils.parser.CronParserField;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads expressions with cron-utils: the only class that knows the library.
 *
 * <p>The library parses and checks ranges. It also takes text that means nothing ({@code 1W5},
 * {@code +5}, {@code MON#6}) or drops half of it ({@code 1-5/2/3}), and fails on lists it should
 * take ({@code MON,FRIL}); so it is given one item at a time, without leading zeros, and only items
 * of the shapes that {@link CronField} lists.
 */
public final class CronSyntax {

    private static final int MAX_LENGTH = 255;

    private static final Map<String, String> MACROS =
            Map.of(
                    "@YEARLY", "0 0 0 1 1 *",
                    "@ANNUALLY", "0 0 0 1 1 *",
                    "@MONTHLY", "0 0 0 1 * *",
                    "@WEEKLY", "0 0 0 * * 0",
                    "@DAILY", "0 0 0 * * *",
                    "@MIDNIGHT", "0 0 0 * * *",
                    "@HOURLY", "0 0 * * * *",
                    "@EVERY_MINUTE", "0 * * * * *",
                    "@EVERY_SECOND", "* * * * * *");

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern BEFORE_THE_LAST_WEEKDAY = Pattern.compile("(L-[0-9]+)W");

    private static final Map<CronField, FieldConstraints> CONSTRAINTS =
            new EnumMap<>(CronField.class);

    static {
        for (CronField field : CronField.values()) {
            CONSTRAINTS.put(field, constraintsOf(field));
        }
    }

    private CronSyntax() {}

    /**
     * @throws InvalidCron naming the first field that is wrong
     */
    public static CronFields parse(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION,
                    "The expression is longer than " + MAX_LENGTH + " characters.");
        }
        String text = expression.strip().toUpperCase(Locale.ROOT);
        if (text.startsWith("@") && !MACROS.containsKey(text)) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION, "There is no macro \"" + expression.strip() + "\".");
        }
        String[] parts = MACROS.getOrDefault(text, text).split("\\s+");
        if (parts.length == 5) {
            parts = ("0 " + text).split("\\s+");
        }
        if (parts.length != CronField.values().length) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION,
                    "An expression has 5 fields (minute, hour, day of month, month, day of week)"
                            + " or 6 (second first), this one has "
                            + (text.isEmpty() ? 0 : parts.length)
                            + ".");
        }
        Map<CronField, List<CronItem>> items = new EnumMap<>(CronField.class);
        Iterator<String> part = List.of(parts).iterator();
        for (CronField field : CronField.values()) {
            items.put(field, parseField(field, part.next()));
        }
        return new CronFields(items);
    }

    private static List<CronItem> parseField(CronField field, String text) {
        return Arrays.stream(text.split(",", -1)).map(item -> parseItem(field, item)).toList();
    }

    private static CronItem parseItem(CronField field, String text) {
        String item = LEADING_ZEROS.matcher(text).replaceAll("");
        if (!field.shape.matcher(item).matches()) {
            throw wrong(field, text, "this is not something the field understands");
        }
        if (LongStep.isIn(item, field)) {
            throw wrong(field, text, LongStep.advice(field));
        }
        try {
            Matcher beforeTheLast = BEFORE_THE_LAST_WEEKDAY.matcher(item);
            if (beforeTheLast.matches()) {
                CronItem day = itemOf(field, read(field, beforeTheLast.group(1)));
                return CronItem.of(Kind.LAST_WEEKDAY, day.first());
            }
            return itemOf(field, read(field, item));
        } catch (IllegalArgumentException e) {
            throw wrong(field, text, e.getMessage());
        }
    }

    private static FieldExpression read(CronField field, String item) {
        FieldConstraints constraints = CONSTRAINTS.get(field);
        FieldExpression parsed =
                new CronParserField(CronFieldName.valueOf(field.name()), constraints)
                        .parse(item)
                        .getExpression();
        parsed.accept(new ValidationFieldExpressionVisitor(constraints));
        return parsed;
    }

    private static InvalidCron wrong(CronField field, String text, String reason) {
        return new InvalidCron(
                field.wire, "\"" + text + "\" is wrong as " + field.wire + ": " + reason + ".");
    }

    private static CronItem itemOf(CronField field, FieldExpression parsed) {
        if (parsed instanceof Always || parsed instanceof QuestionMark) {
            return new CronItem(Kind.ANY, field.min, field.max(), 1);
        }
        if (parsed instanceof Between between) {
            return rangeOf(between, 1);
        }
        if (parsed instanceof Every every) {
            int step = every.getPeriod().getValue();
            if (every.getExpression() instanceof Between between) {
                return rangeOf(between, step);
            }
            int first = every.getExpression() instanceof On on ? number(on.getTime()) : field.min;
            return new CronItem(Kind.RANGE, first, field.max(), step);
        }
        return itemOf(field, (On) parsed);
    }

    private static CronItem rangeOf(Between between, int step) {
        return new CronItem(Kind.RANGE, number(between.getFrom()), number(between.getTo()), step);
    }

    private static CronItem itemOf(CronField field, On on) {
        int value = number(on.getTime());
        int nth = number(on.getNth());
        return switch (on.getSpecialChar().getValue()) {
            case L ->
                    field == CronField.DAY_OF_WEEK
                            ? CronItem.of(Kind.LAST_DAY_OF_WEEK, value)
                            : CronItem.of(Kind.LAST_DAY, Math.max(nth, 0)); // -1: L alone
            case LW -> CronItem.of(Kind.LAST_WEEKDAY, 0);
            case W -> CronItem.of(Kind.NEAREST_WEEKDAY, value);
            case HASH -> new CronItem(Kind.NTH_DAY_OF_WEEK, value, nth, 1);
            default -> CronItem.of(Kind.VALUE, value);
        };
    }

    private static int number(FieldValue<?> value) {
        return (Integer) value.getValue();
    }

    private static FieldConstraints constraintsOf(CronField field) {
        FieldConstraintsBuilder constraints =
                FieldConstraintsBuilder.instance().forField(CronFieldName.valueOf(field.name()));
        if (field == CronField.DAY_OF_MONTH) {
            constraints.addLSupport().addWSupport().addLWSupport().addQuestionMarkSupport();
        }
        if (field == CronField.DAY_OF_WEEK) {
            constraints.withValidRange(0, 7).withIntValueMapping(7, 0);
            constraints.addLSupport().addHashSupport().addQuestionMarkSupport();
        }
        return constraints.createConstraintsInstance();
    }
}
