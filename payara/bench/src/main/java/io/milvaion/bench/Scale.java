package io.milvaion.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * What becomes of rates and times when there is much of something: scheduled jobs, runs due at
 * once, history. Drains are repeated as often as there are rounds; all else is done once.
 */
record Scale(Target target, Options options) implements Scenario {

    private static final String DRAINED = "drain, due to last recorded";

    /** Another name than in scenarios whose latency a chart compares. */
    private static final String LATENESS = "lateness of starts";

    /** Fewer than in smaller drains: the indexes of many jobs do not stay in memory. */
    private static final int ENTERED_PER_SECOND = 3_000;

    private static final int FEW = 1_000;
    private static final Duration FAR = Duration.ofDays(1_461);
    private static final int A_DAY_OF_MILLIS = 86_400_000;

    @Override
    public void measure(Figures figures) throws Exception {
        schedule(FEW);
        double few = drain("%,d scheduled jobs".formatted(FEW), figures);

        schedule(options.scheduled() - FEW);
        String scheduled = "%,d scheduled jobs".formatted(options.scheduled());
        compare(scheduled, drain(scheduled, figures), few, figures);
        new Lists(target.api()).ofJobs(scheduled, figures);
        target.jobs().remove();

        manyAtOnce(few, figures);
        target.jobs().remove();

        String entered = "%,d occurrences".formatted(options.history());
        var history = new History(target.database());
        history.enter(options.history());
        new Lists(target.api()).ofHistory(entered, history, figures);
        compare(entered, drain(entered, figures), few, figures);
        target.jobs().remove();
    }

    /** Enters jobs that are due in four years, at instants of one day. */
    private void schedule(int jobs) throws SQLException {
        var far = Instant.now().plus(FAR);
        var due = new ArrayList<Instant>(jobs);
        for (int i = 0; i < jobs; i++) {
            due.add(far.plusMillis(i % A_DAY_OF_MILLIS));
        }
        Console.say("Entering %,d scheduled jobs".formatted(jobs));
        target.jobs().plan(due);
    }

    /** The median rate of the rounds. */
    private double drain(String with, Figures figures) throws Exception {
        var rates = new ArrayList<Double>();
        for (int round = 1; round <= options.rounds(); round++) {
            new Drain(target, options.runs())
                    .measure(
                            (name, unit, value) -> {
                                if (name.equals(DRAINED)) {
                                    rates.add(value);
                                    figures.add("with " + with + ": " + name, unit, value);
                                }
                            });
        }
        return Results.median(rates);
    }

    private static void compare(String with, double rate, double few, Figures figures) {
        figures.add(
                "with %s: rate of drains, of that with %,d scheduled jobs".formatted(with, FEW),
                "%",
                100 * rate / few);
    }

    private void manyAtOnce(double few, Figures figures) throws Exception {
        String many = "%,d due at once".formatted(options.many());
        Console.say("Entering " + many);
        long start = target.gcLog().length();
        new Drain(target, options.many(), 10 + options.many() / ENTERED_PER_SECOND)
                .measure(
                        (name, unit, value) -> {
                            figures.add(
                                    many + ": " + name.replace("due to started", LATENESS),
                                    unit,
                                    value);
                            if (name.equals(DRAINED)) {
                                compare(many, value, few, figures);
                            }
                        });
        var heap = target.gcLog().since(start);
        figures.add(
                many + ": heap of the node, most before a collection",
                "MB",
                (double) heap.before());
        figures.add(
                many + ": heap of the node, most after a collection", "MB", (double) heap.after());
    }
}
