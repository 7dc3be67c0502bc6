/**
 * Answers workers that got a message without a claim and doubt whether it is still to be run.
 *
 * <p>RUN means: the row is queued and READY with exactly this attempt, in one look at PostgreSQL
 * after the question was received. Anything else is DROP: held, waiting for a retry, at another
 * attempt, running, ended or unknown. The answer is a look and no promise: the worker claims again
 * before it runs. If a message was dropped whose run becomes READY later all the same, recovery
 * finds a run without a message and publishes it again.
 *
 * <p>A question about a run that PostgreSQL does not know becomes a dead letter, too: its message
 * is published after the commit, so the database was set back since ({@link
 * io.milvaion.scheduler.run.leader}), and what the worker drops after the answer was a run.
 *
 * <p>Every node answers, a question at least once. A question is acknowledged after its answer was
 * sent; an answer that is lost on the way, or whose reply queue is gone, is not sent again: the
 * worker repeats its question. While PostgreSQL does not answer nobody gets an answer. A question
 * that cannot be read goes to the dead letters and stops nothing.
 */
package io.milvaion.scheduler.run.verify;
