package io.milvaion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts services and a node, measures, prints and stops everything. */
public final class Bench {

    private Bench() {}

    /**
     * Returns when everything has been measured and stopped.
     *
     * @throws Exception if something did not start, or runs did not end in time
     */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var options = Options.of(System.getProperties());
        try (var target = Target.start(options)) {
            List<Scenario> scenarios = new ArrayList<>();
            for (String name : options.scenarios()) {
                scenarios.add(scenario(name, target, options));
            }
            Target.say("Warming up");
            new Drain(target, options.warmup()).measure(new Results());
            double load = Report.load();
            var results = new Results();
            for (int round = 1; round <= options.rounds(); round++) {
                Target.say("Round " + round);
                for (Scenario scenario : scenarios) {
                    scenario.measure(results);
                }
            }
            var report = Report.of(target, options, results, load);
            report.save(options.data());
            Target.say(report.json());
            Target.say(report.markdown());
        }
    }

    private static Scenario scenario(String name, Target target, Options options) {
        return switch (name) {
            case "latency" -> new Latency(target, options.rate(), options.seconds());
            case "drain" -> new Drain(target, options.runs());
            case "trigger" -> new Trigger(target);
            case "raw" -> new RawLimit(target, options.runs());
            default ->
                    throw new IllegalArgumentException(
                            "bench: '" + name + "' is none of latency, trigger, drain, raw");
        };
    }
}
