package io.milvaion.worker.sdk;

/** The attempt has failed and no retry can help: the occurrence ends as failed. */
public class PermanentJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PermanentJobException(String message) {
        super(message);
    }

    public PermanentJobException(String message, Throwable cause) {
        super(message, cause);
    }
}
