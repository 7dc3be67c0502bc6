/**
 * The missed-run ledger: planned instants that did not run, ran merged with another, or late, each
 * with its reason.
 */
package io.milvaion.scheduler.state.missed;
