/**
 * What consumers of messages share: batches in portions, a bad message found by halving, what is
 * done with it, and with messages about runs that nobody knows.
 */
package io.milvaion.scheduler.run.inbox;
