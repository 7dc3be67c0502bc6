package io.milvaion.bench;

import org.HdrHistogram.Histogram;

/** Takes what a scenario has measured. */
public interface Figures {

    void add(String name, String unit, double value);

    /** Adds what matters of a distribution in milliseconds. */
    default void add(String name, Histogram histogram) {
        add(name + ", p50", "ms", (double) histogram.getValueAtPercentile(50));
        add(name + ", p99", "ms", (double) histogram.getValueAtPercentile(99));
        add(name + ", max", "ms", (double) histogram.getMaxValue());
    }
}
