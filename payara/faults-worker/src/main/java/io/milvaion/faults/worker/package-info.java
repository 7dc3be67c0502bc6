/**
 * The worker of the fault tests, written as a stranger would write it. What its jobs did is in a
 * ledger of their own, in a database that no fault touches: the scheduler is judged by it.
 */
package io.milvaion.faults.worker;
