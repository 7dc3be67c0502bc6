/**
 * What puts things right when the way of a run was interrupted or has ended badly: lost messages
 * and workers, states that cannot be, dead letters, and failed runs again.
 *
 * <pre>
 *   replay  ──►  deadletter        reconcile  ──►  recovery
 * </pre>
 *
 * Arrows go to {@code run}, {@code job}, {@code state} and {@code ground}; nothing below knows this
 * wing.
 */
package io.milvaion.scheduler.mend;
