/**
 * PostgreSQL, Redis and an AMQP broker for a machine that has none: {@link
 * io.milvaion.embedded.EmbeddedServices} starts those that {@link io.milvaion.embedded.ServiceUrls}
 * does not give.
 *
 * <p>PostgreSQL and Redis run as programs of their own, each in its own session, so that a Ctrl-C
 * meant for the starting program leaves them to be stopped in order. Each keeps its process id in a
 * file; after a crash of the starting program the next start finds them by it. The broker runs in
 * the starting JVM, and a shutdown of that JVM leaves it alone until it is closed.
 */
package io.milvaion.embedded;
