package io.milvaion.tests.fuzz;

import java.util.List;
import java.util.Random;

/** Chooses by a seed. */
record Dice(Random random) {

    static Dice of(long seed) {
        return new Dice(new Random(seed));
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T among(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
