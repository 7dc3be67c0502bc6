/** Nodes, workers, and whether all is well between here and there. */
package io.milvaion.cli.cluster;
