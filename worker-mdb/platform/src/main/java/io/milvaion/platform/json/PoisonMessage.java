package io.milvaion.platform.json;

/** A message that can never be handled; its text is the reason given to the dead-letter queue. */
public class PoisonMessage extends Exception {

    private static final long serialVersionUID = 1L;

    public PoisonMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
