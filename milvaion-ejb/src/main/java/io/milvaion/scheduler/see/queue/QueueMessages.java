package io.milvaion.scheduler.see.queue;

/** What the broker says of a queue: messages that wait in it, and consumers. */
record QueueMessages(long ready, long consumers) {}
