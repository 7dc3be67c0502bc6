/** {@code /cron/preview}: when an expression would run. */
package io.milvaion.web.cron;
