package io.milvaion.worker.runtime.queue;

/**
 * A delivery that waits for its acknowledgement. It dies with its channel: the broker then delivers
 * the message again.
 */
public final class Receipt {

    private final ConsumedChannel channel;
    private final long deliveryTag;

    Receipt(ConsumedChannel channel, long deliveryTag) {
        this.channel = channel;
        this.deliveryTag = deliveryTag;
    }

    /** The loop has seen the delivery; loop thread only, in the order of the deliveries. */
    public void arrived() {
        channel.arrived(deliveryTag);
    }

    /** Acknowledges the delivery at the end of the present pass; loop thread only. */
    public void settle() {
        channel.tags().settle(deliveryTag);
    }

    /** Gives the delivery back to the broker; loop thread only. */
    public void giveBack() {
        channel.giveBack(deliveryTag);
    }
}
