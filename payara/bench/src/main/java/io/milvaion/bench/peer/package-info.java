/**
 * Other schedulers, measured like ours: the same instants, the same number of threads, the same
 * flags of the JVM, the same PostgreSQL with the same durability; each tuned as its own
 * documentation says. A peer is measured in a JVM of its own ({@link
 * io.milvaion.bench.peer.PeerMain}), that schedules and executes, as our node does.
 */
package io.milvaion.bench.peer;
