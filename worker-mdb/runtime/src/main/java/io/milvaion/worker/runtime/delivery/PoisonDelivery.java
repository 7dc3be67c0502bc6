package io.milvaion.worker.runtime.delivery;

import com.rabbitmq.client.Delivery;

/** A message that no worker can ever run, and why. */
record PoisonDelivery(Delivery delivery, String reason, Receipt receipt) {}
