package io.milvaion.bench;

import io.milvaion.embedded.EmbeddedServices;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Measures the present build and an earlier one, the baseline, in turns: in each round a node of
 * the one is started, warmed up, measured and stopped, then one of the other. They change who is
 * first, so that neither always has the machine after the other. Each begins with no data.
 *
 * @param givenBroker whether the broker was given; an embedded one is emptied before each turn, and
 *     so serves both
 */
record Turns(Options options, EmbeddedServices services, boolean givenBroker, Results results) {

    private static final String PRESENT = "present";
    private static final String BASELINE = "baseline";

    /** On a broker that was given: another build may declare queues of the same names otherwise. */
    private static final String VIRTUAL_HOST = "milvaion_bench_baseline";

    void measure() throws Exception {
        try (var ours = data(PRESENT, null);
                var theirs = data(BASELINE, givenBroker ? VIRTUAL_HOST : null)) {
            var present = ours.build(Results.MILVAION, options.war());
            var baseline = theirs.build(Results.BASELINE, options.baselineWar());
            for (int round = 1; round <= options.rounds(); round++) {
                Console.say("Round " + round);
                boolean odd = round % 2 == 1;
                measure(odd ? present : baseline);
                measure(odd ? baseline : present);
            }
        }
    }

    private OwnData data(String name, String virtualHost) throws IOException, SQLException {
        return OwnData.create(services.urls(), name, virtualHost);
    }

    private void measure(Build build) throws Exception {
        Console.say(build.title());
        if (!givenBroker) {
            services.restartBroker();
        }
        try (var target = Target.start(options, build)) {
            var scenarios = new NodeScenarios(options, target);
            scenarios.warmUp();
            for (var scenario : scenarios.ofEachRound()) {
                scenario.measure(results.of(build.title()));
            }
        }
    }
}
