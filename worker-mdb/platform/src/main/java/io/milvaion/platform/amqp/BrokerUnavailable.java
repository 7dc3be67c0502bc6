package io.milvaion.platform.amqp;

/** The broker cannot be reached now; the caller keeps its work and tries again later. */
public class BrokerUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
