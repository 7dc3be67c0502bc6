package io.milvaion.bench;

/** One thing that can be measured again and again. */
interface Scenario {

    void measure(Results results) throws Exception;
}
