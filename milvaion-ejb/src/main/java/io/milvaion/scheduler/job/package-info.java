/**
 * Definitions: what a job is, who has changed it, when it is planned, and when its failures stop
 * it. {@code catalog} is the way in and out.
 *
 * <pre>
 *   catalog, calendar  ──►  version, plan  ──►  definition  ──►  almanac
 *      └──────────────►  autodisable
 * </pre>
 *
 * Arrows go to {@code state}, {@code time} and {@code ground}.
 */
package io.milvaion.scheduler.job;
