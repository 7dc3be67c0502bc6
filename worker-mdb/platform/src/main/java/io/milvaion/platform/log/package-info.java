/**
 * What may be logged again and again is logged through one rule: {@link
 * io.milvaion.platform.log.QuietLog}, or its filter for loggers of others. An outage costs a few
 * lines a minute, however many calls fail.
 */
package io.milvaion.platform.log;
