/**
 * What people do to all that a filter means: activate, deactivate, trigger, tag and delete jobs,
 * cancel runs, replay, resolve and delete failed occurrences, delete dead letters ({@code POST
 * /operations}). The {@linkplain io.milvaion.scheduler.mend.operation machine} is that of replays,
 * which are one of these actions.
 *
 * <p>A step takes up to 20 waiting items and does to each, in the name of whoever has begun the
 * operation, what a single request does: the same rules, transactions and events. After that one
 * transaction locks the term and marks them. An action is a wish about the state of an item, and
 * one that is in this state already is done; so a node that dies before it has marked its items
 * costs nothing but the work, which the next leader does again, and two operations on the same
 * items get in nobody's way. Making a run is no such wish: there the transaction that makes the run
 * marks the item.
 *
 * <pre>
 *   refused (the job's rules, its overlap policy, a run that has ended otherwise)  failed, with the reason
 *   PostgreSQL, Redis or the broker away                                           waits, tried again
 * </pre>
 */
package io.milvaion.scheduler.mend.bulk;
