package io.milvaion.scheduler.time.calendar;

/** What a rule of a calendar looks at. */
public enum RuleKind {
    /** Days of the week. */
    WEEKDAYS,
    /** Single dates. */
    DATES,
    /** All days from a date to another, or from a day of each year to another. */
    RANGE,
    /** Times of day, also over midnight. */
    TIMES,
    /** Public holidays of a country or region. */
    HOLIDAYS,
    /** What the calendar's iCalendar file names. */
    ICAL,
    /** When another calendar is open, or closed. */
    CALENDAR
}
