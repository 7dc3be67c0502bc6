package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.refusal.Violation;
import java.util.List;

/**
 * What a write of a definition would say.
 *
 * @param violations what it would be refused for; empty if it would be done
 * @param warnings what may be wrong all the same
 */
record CheckedJob(List<Violation> violations, List<String> warnings) {}
