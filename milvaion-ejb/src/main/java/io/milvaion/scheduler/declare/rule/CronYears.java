package io.milvaion.scheduler.declare.rule;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The year field of Quartz. */
final class CronYears {

    private static final Pattern ITEM =
            Pattern.compile("(\\*|([0-9]{4})(-([0-9]{4}))?)(/([0-9]{1,3}))?");
    private static final int FIRST = 1970;
    private static final int LAST = 2199;

    private final List<MatchResult> items;

    CronYears(String text) {
        items = Arrays.stream(text.split(",", -1)).map(CronYears::read).toList();
    }

    private static MatchResult read(String item) {
        var found = ITEM.matcher(item);
        if (!found.matches()) {
            throw new IllegalArgumentException("\"" + item + "\" is no year");
        }
        return found.toMatchResult();
    }

    boolean has(int year) {
        return items.stream().anyMatch(item -> has(item, year));
    }

    private static boolean has(MatchResult item, int year) {
        int first = item.group(2) == null ? FIRST : Integer.parseInt(item.group(2));
        boolean stepped = item.group(6) != null;
        int last = item.group(2) == null || stepped ? LAST : first;
        if (item.group(4) != null) {
            last = Integer.parseInt(item.group(4));
        }
        int step = stepped ? Math.max(Integer.parseInt(item.group(6)), 1) : 1;
        return year >= first && year <= last && (year - first) % step == 0;
    }
}
