/**
 * Measures one node with its services: {@code ./mvnw -Pbench verify}. What is asked for is in
 * {@link io.milvaion.bench.Options}; with a baseline two builds are measured in {@link
 * io.milvaion.bench.Turns}. Times are those that the system records, which come from the clock of
 * Redis, so all of it should run on one machine.
 */
package io.milvaion.bench;
