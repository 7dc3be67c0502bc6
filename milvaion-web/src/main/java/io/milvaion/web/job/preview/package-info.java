/** {@code /cron/preview} and {@code /misfire-preview}: when things would run. */
package io.milvaion.web.job.preview;
