package io.milvaion.cli;

/** Nothing is called so. */
public final class NotFound extends Mistake {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
