/**
 * The queues of job messages: consumes them with a prefetch that fits, and gathers the
 * acknowledgements of what was delivered. Knows the broker and nothing else of a worker; whoever
 * consumes gets each delivery with its {@link io.milvaion.worker.runtime.queue.Receipt}.
 */
package io.milvaion.worker.runtime.queue;
