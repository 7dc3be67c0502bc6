/** This node: its name, and the list of nodes. */
package io.milvaion.scheduler.ground.node;
