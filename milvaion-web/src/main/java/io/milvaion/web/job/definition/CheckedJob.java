package io.milvaion.web.job.definition;

import java.util.List;

/**
 * A definition that nothing is wrong with.
 *
 * @param warnings what may be wrong all the same
 */
record CheckedJob(List<String> warnings) {}
