package io.milvaion.worker.runtime.queue;

import com.rabbitmq.client.Delivery;

/** A message that no worker can ever run, and why. */
public record PoisonDelivery(Delivery delivery, String reason, Receipt receipt) {}
