/** Jobs that are fun to watch: they log, sleep, fail sometimes and take their time. */
package io.milvaion.worker.jobs.sample;
