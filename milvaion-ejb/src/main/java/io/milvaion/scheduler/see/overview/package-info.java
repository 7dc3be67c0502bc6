/** What the first page shows: nodes, workers, leader, counters, next runs. Reads only. */
package io.milvaion.scheduler.see.overview;
