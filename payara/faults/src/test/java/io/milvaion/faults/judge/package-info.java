/**
 * Judges what became of planned runs: by the scheduler's tables and by the ledger that the jobs
 * themselves have kept. The checks are views, in {@code checks.sql}.
 */
package io.milvaion.faults.judge;
