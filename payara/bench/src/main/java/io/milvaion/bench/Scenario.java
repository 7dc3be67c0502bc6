package io.milvaion.bench;

/** One thing that can be measured again and again. */
public interface Scenario {

    /**
     * Measures one round.
     *
     * @throws Exception if runs did not end in time, or not each of them once
     */
    void measure(Figures figures) throws Exception;
}
