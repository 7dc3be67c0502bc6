/**
 * What consumers of messages share: batches in portions, a bad message found by halving, text that
 * PostgreSQL takes.
 */
package io.milvaion.scheduler.run.inbox;
