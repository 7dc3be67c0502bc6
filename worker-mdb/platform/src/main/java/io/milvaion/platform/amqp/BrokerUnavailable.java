package io.milvaion.platform.amqp;

import io.milvaion.platform.loop.Temporary;

/** The broker cannot be reached now; the caller keeps its work and tries again later. */
public class BrokerUnavailable extends Exception implements Temporary {

    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
