/** What became of runs in numbers: the last ones of many jobs, at a glance. Reads only. */
package io.milvaion.scheduler.see.statistics;
