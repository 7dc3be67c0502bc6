/** What a definition contains and may contain. */
package io.milvaion.scheduler.job.definition;
