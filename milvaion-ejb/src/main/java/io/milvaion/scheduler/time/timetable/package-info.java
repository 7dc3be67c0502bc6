/**
 * The planned instants of a job: an expression in a zone with its rules for changes of clocks, or
 * one instant. Whoever plans, previews or rebuilds asks here.
 */
package io.milvaion.scheduler.time.timetable;
