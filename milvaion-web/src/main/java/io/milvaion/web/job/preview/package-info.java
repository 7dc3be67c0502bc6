/**
 * {@code /schedules/preview}, {@code /cron/preview} and {@code /misfire-preview}: when things run.
 */
package io.milvaion.web.job.preview;
