/** {@code /calendars} and {@code /holidays}. */
package io.milvaion.web.job.calendar;
