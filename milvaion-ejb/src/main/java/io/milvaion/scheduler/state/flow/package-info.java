/** What goes through the queues of runs, counted by each node as it publishes and is told. */
package io.milvaion.scheduler.state.flow;
