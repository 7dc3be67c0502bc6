package io.milvaion.scheduler.time.rrule;

import java.time.DayOfWeek;

/**
 * A day of the week in a rule.
 *
 * @param n the n-th of the month or year, from its end if negative; 0 for each of them
 */
record Weekday(DayOfWeek day, int n) {}
