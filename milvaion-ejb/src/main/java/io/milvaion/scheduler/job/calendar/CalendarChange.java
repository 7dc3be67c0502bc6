package io.milvaion.scheduler.job.calendar;

import java.util.List;

/**
 * What a change of a calendar moves.
 *
 * @param jobs those whose next runs are others, at most {@value CalendarMoves#MOST_SHOWN}
 * @param affected how many jobs name it, or a calendar that speaks of it
 * @param complete false when there are more jobs than were looked at
 */
public record CalendarChange(List<MovedJob> jobs, int affected, boolean complete) {}
