/**
 * Settles doubts: a message without a claim that may be about a run which ended long ago is run
 * only if the scheduler says that the run still waits for exactly this attempt.
 *
 * <pre>
 * DOUBT ─► asked ─── RUN ───► claimed again, with the doubt settled
 *           ▲ │ └── DROP ───► acknowledged
 *           └─┘ no answer for 5 s
 * </pre>
 *
 * <p><b>Invariants.</b>
 *
 * <ul>
 *   <li>While a doubt is open its delivery stays unacknowledged and nobody has a claim for it.
 *   <li>RUN starts nothing by itself: only a claim that is granted does. So it does not matter who
 *       else was told RUN, or how often.
 *   <li>RUN is believed for 30 s after its question: a process that slept between the two might
 *       otherwise start a run whose end, and even its done mark, it has slept through.
 *   <li>Without a doubt there is no channel, no queue and no message.
 * </ul>
 *
 * <p><b>What happens when</b>
 *
 * <ul>
 *   <li>the question or the answer is lost, or no scheduler is there: the same is asked again.
 *   <li>the connection breaks: the reply queue goes with it; the next question makes another one.
 *   <li>the worker dies or stops: nothing was acknowledged, the broker delivers the message to
 *       another worker, which is in doubt and asks.
 *   <li>the broker has taken the delivery back meanwhile: it comes again and joins the open doubt,
 *       or is settled with the run that followed from it.
 * </ul>
 */
package io.milvaion.worker.runtime.verify;
