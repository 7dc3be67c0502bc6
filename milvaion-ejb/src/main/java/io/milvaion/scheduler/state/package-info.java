/**
 * What a run is and where it stands: its record in PostgreSQL, its entries in Redis, its place at
 * the gate of its job, the worker that holds it, and the message that carries it there. The rules
 * by which states change lie here, once; {@code job}, {@code run} and {@code mend} apply them.
 *
 * <pre>
 *   ending  ──►  gate  ──►  occurrence  ◄──  day, missed
 *      └──────►  claim, publish  ──►  index, stop, pause
 * </pre>
 *
 * Arrows go to {@code ground} and {@code time}.
 */
package io.milvaion.scheduler.state;
