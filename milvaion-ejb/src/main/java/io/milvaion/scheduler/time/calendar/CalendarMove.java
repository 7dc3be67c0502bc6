package io.milvaion.scheduler.time.calendar;

import java.time.Instant;

/**
 * A run that calendars keep from its time.
 *
 * @param from when it was planned
 * @param to when it runs instead; null: it does not
 * @param merged whether it is one with another run then
 * @param why what closes its time; null if that has no name
 */
public record CalendarMove(Instant from, Instant to, boolean merged, String why) {}
