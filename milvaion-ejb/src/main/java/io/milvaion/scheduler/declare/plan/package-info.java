/** What documents would change. */
package io.milvaion.scheduler.declare.plan;
