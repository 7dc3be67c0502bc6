package io.milvaion.scheduler.mend.reconcile;

/** Finds one family of states that cannot be, and repairs them. */
interface Check {

    /**
     * Looks and repairs.
     *
     * @throws io.milvaion.scheduler.run.leader.TermOver if the term is over
     */
    void run(Pass pass);
}
