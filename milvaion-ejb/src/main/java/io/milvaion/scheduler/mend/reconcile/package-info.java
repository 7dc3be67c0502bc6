/**
 * The reconciler: finds every state that cannot be, repairs it, and says so.
 *
 * <p>What cannot be follows from the other protocols. A state comes about all the same by a hand in
 * the database or in Redis, a restored backup, a lost disk, or a defect; nobody else looks for it.
 *
 * <pre>
 *   days       closed days with open runs · partitions that the list of days does not know
 *   schedule   rows missing, of another version, planned for a job that does not run, not planned
 *              for one that does, at no time of the timetable, or before the last run
 *   rows       retries too late · attempts lower than one that has ended
 *   lists      failed runs not listed as failed, and others listed so
 *   gates      counts, open run, list of held runs, or gate itself against runs and policy
 *   orphans    open runs without a job, queued ones of deleted jobs              ┐ after the time
 *   cancel     wishes older than 30 s whose key is gone or that nobody carries out│ of grace, since
 *   index      open runs and planned jobs that Redis does not know                │ they rest on
 *   strays     members that PostgreSQL does not know, or that nobody can read     ┘ Redis
 * </pre>
 *
 * <p>The leader looks when its term begins, every hour and when somebody asks ({@code
 * reconcile_runs}); at closed days thoroughly only when asked, else at one of them each time. Keys
 * of a wrong type stop everything, so the leader looks for those each second.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing is repaired that is right. A scan compares rows in one snapshot, or asks Redis;
 *       whatever it suspects is read again in the transaction that repairs it, with the rows locked
 *       (job, schedule row, occurrences). Whoever changes them enters Redis before the commit, so
 *       what Redis does not know while the row is locked is missing.
 *   <li>A repair is one transaction of the term. Its row in {@code repairs} and its line in the log
 *       of the occurrence are written in it.
 *   <li>A second look finds nothing.
 *   <li>A scan reads the days that are not closed, in slices, and locks nothing.
 * </ul>
 *
 * <p>After a crash: a repair is whole or has not happened. Entries in Redis are made last before
 * the commit, as everywhere; removed ones need no transaction, and a crash loses only the record of
 * their removal. A look that somebody asked for and that has not ended begins again.
 */
package io.milvaion.scheduler.mend.reconcile;
