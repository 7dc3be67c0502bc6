package io.milvaion.scheduler.run.leader;

/** PostgreSQL has refused what this term wanted: another node leads. Nothing was changed. */
public final class TermOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TermOver(Term term) {
        super("term " + term.number() + " is over");
    }
}
