/**
 * The planned instants of a job: an expression in a zone with its rules for changes of clocks, or
 * one instant, each of them a {@link io.milvaion.scheduler.time.timetable.Timetable}. Whoever
 * plans, previews or rebuilds asks here.
 */
package io.milvaion.scheduler.time.timetable;
