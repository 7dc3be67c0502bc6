package io.milvaion.scheduler.job.catalog;

import java.util.UUID;

/**
 * Where a page of a list of jobs ends.
 *
 * @param value what the list is sorted by: a text, an instant, or null if the job has none
 */
public record JobPlace(Object value, UUID id) {}
