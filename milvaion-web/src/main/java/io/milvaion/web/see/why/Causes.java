package io.milvaion.web.see.why;

import io.milvaion.scheduler.see.why.Cause;
import java.util.List;

/**
 * Why something is not running.
 *
 * @param causes the decisive one first
 */
public record Causes(List<Cause> causes) {}
