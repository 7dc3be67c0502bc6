package io.milvaion.contract;

/** A message carries an enum code that this version does not know: it must be dead-lettered. */
public class UnknownCode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownCode(String what, int code) {
        super("unknown code of " + what + ": " + code);
    }
}
