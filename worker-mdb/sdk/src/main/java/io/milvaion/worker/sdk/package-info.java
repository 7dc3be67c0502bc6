/**
 * What a job is written against. A job is one CDI bean:
 *
 * <pre>{@code
 * @JobConsumer
 * class SendEmailJob implements Job { // job type "sendemail"
 *
 *     record Data(String to, String subject) {}
 *
 *     @Inject Mailer mailer;
 *
 *     public JobResult execute(JobContext context) throws Exception {
 *         mailer.send(context.occurrenceId(), context.data(Data.class));
 *         return JobResult.of("sent");
 *     }
 * }
 * }</pre>
 *
 * <p>An occurrence is recorded exactly once but may be executed more than once: when a worker dies
 * after the work and before its report, or when an attempt fails and is retried. {@link
 * io.milvaion.worker.sdk.JobContext#occurrenceId} is the same each time; a job that must not repeat
 * an effect uses it as the key of that effect.
 */
package io.milvaion.worker.sdk;
