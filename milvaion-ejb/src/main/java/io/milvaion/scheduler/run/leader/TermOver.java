package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.run.leader.Term;

/** PostgreSQL has refused a statement of this term: another node leads. Nothing was changed. */
class TermOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TermOver(Term term) {
        super("term " + term.number() + " is over");
    }
}
