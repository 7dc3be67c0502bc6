package io.milvaion.cli.http;

/** Nothing answers that is a Milvaion. */
public class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
