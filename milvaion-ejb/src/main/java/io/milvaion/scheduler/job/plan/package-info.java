/**
 * The rows of {@code job_schedule}: when a job runs next, brought to Redis, and put right where it
 * cannot be.
 */
package io.milvaion.scheduler.job.plan;
