/** The cluster that faults strike: servers, scheduler nodes and workers, and the way to them. */
package io.milvaion.faults.cluster;
