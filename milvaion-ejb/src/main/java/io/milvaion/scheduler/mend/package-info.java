/**
 * What puts things right when the way of a run was interrupted or has ended badly: lost messages
 * and workers, states that cannot be, dead letters, and failed runs again; and what people do to
 * many at once.
 *
 * <pre>
 *   bulk  ──►  replay  ──►  operation        reconcile  ──►  recovery
 *     └───────────┴────►  deadletter
 * </pre>
 *
 * Arrows go to {@code run}, {@code job}, {@code state}, {@code people} and {@code ground}; nothing
 * below knows this wing.
 */
package io.milvaion.scheduler.mend;
