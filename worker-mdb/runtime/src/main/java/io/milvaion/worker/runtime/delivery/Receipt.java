package io.milvaion.worker.runtime.delivery;

/**
 * A delivery that waits for its acknowledgement. It dies with its channel: the broker then delivers
 * the message again.
 */
record Receipt(ConsumedChannel channel, long deliveryTag) {

    /** The loop has seen the delivery; loop thread only, in the order of the deliveries. */
    void arrived() {
        channel.tags().add(deliveryTag);
    }

    /** Acknowledges the delivery at the end of the present pass; loop thread only. */
    void settle() {
        channel.tags().settle(deliveryTag);
    }

    /** Gives the delivery back to the broker; loop thread only. */
    void giveBack() {
        channel.giveBack(deliveryTag);
    }
}
