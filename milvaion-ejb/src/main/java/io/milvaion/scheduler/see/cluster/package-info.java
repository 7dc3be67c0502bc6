/**
 * Nodes, their leader, how the servers answer each of them, and what PostgreSQL keeps. Reads only.
 */
package io.milvaion.scheduler.see.cluster;
