/**
 * What an iCalendar file (RFC 5545) says about days and times: its events, repeated ones as often
 * as they come from 1970 to 2100. An event without a time takes whole days; one with a time takes
 * it from its start to its end; one without an end takes nothing. Events that are cancelled are
 * left out, and an instance that was moved stands where it was moved to. Tasks, alarms and whether
 * somebody counts as busy are not looked at.
 */
package io.milvaion.scheduler.time.ical;
