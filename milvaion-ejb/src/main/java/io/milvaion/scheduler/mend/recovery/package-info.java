/**
 * Runs whose end nobody would report: their message was lost, or their worker has vanished.
 *
 * <p>The leader looks at every entry of {@code open} that is older than 30 s, every 10 s:
 *
 * <pre>
 *   in PostgreSQL      claim of the attempt                    what follows
 *   no row             -                                       after 10 min the entry goes
 *   final              -                                       the entry goes
 *   Queued/BACKOFF     -                                       30 s past its time: looked at now
 *   Queued/HELD        -                                       released if nothing is in its way
 *   Running            none, or its lease has ended            lost attempt
 *   Queued/READY       running or done, its lease has ended    lost attempt
 *   Queued/READY       none, or received and its lease ended   lost message, if the rule says so
 *   Running, READY     done with an end, its lease has ended   lost report
 *   Running, READY     its lease holds                         nothing
 * </pre>
 *
 * <p>A <em>lost report</em> was confirmed by the broker, which has lost it since: somebody has
 * purged or deleted the queue, a policy has limited it, or the broker has died. The end of the
 * attempt is recorded as its claim says it, without result and error.
 *
 * <p>A <em>lost attempt</em> is recorded as Unknown by the tracker, which decides what follows. A
 * <em>message is lost</em> if after its publishing its queue was seen without any waiting message,
 * or a run published to it 60 s later has been claimed (queues are first in, first out), and 30 s
 * later it is still unclaimed. At most (READY runs of the queue − waiting messages − claimed ones)
 * are published again, as copy 2, whose claim makes a second one harmless.
 *
 * <p>No decision rests on what may still be on its way:
 *
 * <ul>
 *   <li>Nothing is decided until Redis, PostgreSQL and the broker have answered this node for
 *       {@code redis-grace} (45 s) without interruption, flush or fail-over: by then every living
 *       worker has written its claims anew.
 *   <li>A sweep begins with a marker in the queue of reports. It decides 5 s after a tracker has
 *       committed past it, so what was reported before is known, and only about leases that had
 *       ended when the marker was sent.
 *   <li>A done claim means that the report was confirmed, so it came before any marker that was
 *       sent after the lease of the claim had ended.
 * </ul>
 *
 * <p>How long it takes, at most, with the defaults (jobs' first retry waits 5 s ± 20 %):
 *
 * <pre>
 *   a report is lost      lease 30 + next sweep 10 + marker 7 (+ retry 6)            = 53 s
 *   a worker dies         lease 30 + next sweep 10 + marker 7 + retry 6              = 53 s
 *   Redis is flushed      grace 45 + next sweep 10 + marker 7 (+ retry 6)            = 68 s
 *   broker loses all      restart r + grace 45 + next sweep 10 + marker 7 (+ retry 6) = 68 s + r
 * </pre>
 *
 * The 30 s of a lost message run within the grace. A leader that dies costs its lease (15 s) before
 * the next sweep, but the claims of its workers end meanwhile.
 *
 * <p>After a crash: every remedy is one transaction that names the term; what it published or was
 * to publish is in {@code ready}. The next sweep finds what the last one did not do.
 */
package io.milvaion.scheduler.mend.recovery;
