/**
 * Calendars as they are stored, and the book of all of them that each node keeps.
 *
 * <p>{@code calendar_revision} is another one after each change. Whoever plans compares it with
 * that of the book it has, and reads all calendars again if they differ. A job holds the rows of
 * its calendars while it is saved, so that none is deleted meanwhile.
 */
package io.milvaion.scheduler.job.almanac;
