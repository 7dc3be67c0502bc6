package io.milvaion.bench;

import java.util.ArrayList;
import java.util.List;

/** The scenarios of a node that are asked for. */
record NodeScenarios(Options options, Target target) {

    /** Those that are measured in each round. */
    List<Scenario> ofEachRound() {
        List<Scenario> scenarios = new ArrayList<>();
        if (options.asksFor(Options.LATENCY)) {
            options.rate()
                    .forEach(rate -> scenarios.add(new Latency(target, rate, options.seconds())));
        }
        if (options.asksFor(Options.TRIGGER)) {
            scenarios.add(new Trigger(target));
        }
        if (options.asksFor(Options.DRAIN)) {
            scenarios.add(new Drain(target, options.runs()));
        }
        if (options.asksFor(Options.REST)) {
            scenarios.add(new Rest(target));
        }
        if (options.asksFor(Options.ACCESS)) {
            scenarios.add(new Access(target));
        }
        if (options.asksFor(Options.WEBSOCKET)) {
            scenarios.add(new Watching(target, options.seconds()));
        }
        return scenarios;
    }

    /** Those that are measured once. */
    List<Scenario> once() {
        List<Scenario> scenarios = new ArrayList<>();
        if (options.asksFor(Options.CAPACITY)) {
            scenarios.add(new Capacity(target));
        }
        if (options.asksFor(Options.SCALE)) {
            scenarios.add(new Scale(target, options));
        }
        return scenarios;
    }

    void warmUp() throws Exception {
        Console.say("Warming up");
        new Drain(target, options.warmup()).measure((name, unit, value) -> {});
    }
}
