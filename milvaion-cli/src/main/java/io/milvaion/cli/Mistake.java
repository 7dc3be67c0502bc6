package io.milvaion.cli;

/** Something that the user can put right; the message says how. */
public class Mistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Mistake(String message) {
        super(message);
    }

    public Mistake(String message, Throwable cause) {
        super(message, cause);
    }
}
