/**
 * What is planned for the hours and days to come: how many runs in each minute or hour, the minutes
 * with most of them and whose they are, what runs next, and which jobs have nothing planned.
 *
 * <p>It asks the timetables that the dispatcher follows, from the next run of each job on as it
 * stands in the schedule, and does not know what overlap, limits and stops will make of them. Jobs
 * with the same timetable are counted once. What runs each second is counted by the minute, and
 * after {@value io.milvaion.scheduler.see.forecast.Census#MOST_STEPS} steps jobs are counted by how
 * often they run at first: {@code estimatedJobs} says how many. An answer is kept for a minute.
 */
package io.milvaion.scheduler.see.forecast;
