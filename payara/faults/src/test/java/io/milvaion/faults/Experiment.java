package io.milvaion.faults;

import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.cluster.Member;
import io.milvaion.faults.judge.Judge;
import io.milvaion.faults.judge.Outcome;
import io.milvaion.faults.judge.Report;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One fault under load: jobs are due each second, something breaks at a random moment and is whole
 * again, and then every second must be accounted for. For one thread.
 */
final class Experiment {

    /** Something that breaks and is whole again when this returns. */
    @FunctionalInterface
    interface Strike {
        void strike() throws Exception;
    }

    /** Why a run may be executed twice. */
    enum Repetition {
        /** Its worker died, was stopped or lost its claim: the scheduler made another attempt. */
        LOST_ATTEMPT("lost attempt"),
        /** Its message came twice and its claim was gone. */
        SAME_ATTEMPT("same attempt"),
        /** The attempt failed or was interrupted, and was retried. */
        RETRY("retry");

        private final String reason;

        Repetition(String reason) {
            this.reason = reason;
        }
    }

    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);

    private final Cluster cluster;
    private final Judge judge;
    private final Report report;
    private final String label;
    private final Random random;
    private final Set<Repetition> allowed = EnumSet.noneOf(Repetition.class);
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private boolean mayOverlap;
    private String subject;

    Experiment(Cluster cluster, Judge judge, Report report, Fault fault, int time) {
        this.cluster = cluster;
        this.judge = judge;
        this.report = report;
        this.label = FaultExtension.label(fault);
        this.subject = label;
        this.random = new Random(Options.SEED + 1_000L * fault.number() + time);
    }

    Judge judge() {
        return judge;
    }

    Random random() {
        return random;
    }

    Experiment allowing(Repetition... repetitions) {
        allowed.addAll(Set.of(repetitions));
        return this;
    }

    /** Two executions of one run may overlap: a worker was alive when it had lost its claim. */
    Experiment allowingOverlap() {
        mayOverlap = true;
        return this;
    }

    /** Says in the report which case of a fault this is. */
    Experiment named(String what) {
        subject = label + ", " + what;
        return this;
    }

    /** The node that leads; waits for one. */
    Member leader() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            var leader = judge.leader();
                            return leader.node() == null ? null : cluster.member(leader.node());
                        },
                        member -> member != null && member.isAlive());
    }

    /** Kills a worker, and says in the ledger that its executions are over. */
    void killWorker(Member worker) throws SQLException, InterruptedException {
        var node = worker.name() + "/" + worker.pid();
        worker.kill();
        judge.died(node);
    }

    /** Strikes under load and judges. */
    Outcome underLoad(Strike strike) throws Exception {
        leader();
        var workload = Workload.create(cluster.anyNode().api(), Options.JOBS);
        try {
            judge.begin(workload.policies());
            var first = Workload.firstSecond();
            var struck = first.plusMillis(Options.WINDOW * (200L + random.nextInt(400)));
            sleepUntil(struck);
            System.out.printf(
                    "%n%s, %.1f s into the window%n",
                    subject, Duration.between(first, struck).toMillis() / 1e3);
            strike.strike();
            var healed = Instant.now();
            var last = later(first.plusSeconds(Options.WINDOW - 1L), healed.plusSeconds(5));
            sleepUntil(last.plusSeconds(1));
            var deadline = Instant.now().plus(SETTLE_LIMIT);
            while (!judge.nextRun().isAfter(last) && Instant.now().isBefore(deadline)) {
                Thread.sleep(200);
            }
            workload.endPlanning(cluster.anyNode().api());
            return judged(first, last, struck, healed, deadline);
        } finally {
            workload.delete(cluster.anyNode().api());
        }
    }

    /**
     * Judges the jobs that the {@link #judge} was told of, as soon as their runs have ended.
     *
     * @param first planned second that counts
     * @param last planned second that counts
     * @param struck when the fault began
     * @param healed when the fault was over
     * @param deadline of the waiting
     */
    Outcome judged(Instant first, Instant last, Instant struck, Instant healed, Instant deadline)
            throws Exception {
        while (judge.open() > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
        }
        var outcome = judge.judge(first, last, struck, healed);
        outcomes.put(subject, outcome);
        System.out.printf(
                "  states %s, 99 %% within %.1f s%n", outcome.states(), outcome.p99Late());
        check(outcome);
        return outcome;
    }

    /**
     * The test has ended: writes the report.
     *
     * @param failure why it has failed, or null
     */
    void end(Throwable failure) throws IOException {
        var result = failure == null ? "passed" : "FAILED";
        if (outcomes.isEmpty()) {
            report.noted(label, result);
        }
        for (var outcome : outcomes.entrySet()) {
            report.judged(outcome.getKey(), outcome.getValue(), result);
        }
    }

    private void check(Outcome outcome) {
        assertSoftly(
                softly -> {
                    none(softly, "missing", outcome.missing(), "recorded where records = 0");
                    none(softly, "duplicates", outcome.duplicates(), "recorded where records > 1");
                    none(softly, "not final", outcome.notFinal(), "run where state in (0, 1)");
                    none(softly, "states that moved back", outcome.backwards(), "backwards");
                    none(
                            softly,
                            "Completed without an effect",
                            outcome.completedWithoutEffect(),
                            "completed_without_effect");
                    none(
                            softly,
                            "effects without a run",
                            outcome.effectWithoutRun(),
                            "effect_without_run");
                    none(softly, "instants under two ids", outcome.twoIds(), "two_ids");
                    none(softly, "overlaps of a job", outcome.overlaps(), "overlap");
                    if (!mayOverlap) {
                        none(softly, "runs with two owners", outcome.twoOwners(), "two_owners");
                    }
                    for (var reason : outcome.repeated().split(", ")) {
                        softly.assertThat(
                                        reason.equals("0")
                                                || allowed.stream()
                                                        .anyMatch(r -> reason.startsWith(r.reason)))
                                .as("executed twice: %s, %s", reason, examples("repeated"))
                                .isTrue();
                    }
                });
    }

    private void none(
            org.assertj.core.api.SoftAssertions softly, String what, long count, String view) {
        softly.assertThat(count)
                .as("%s, such as %s", what, count == 0 ? "" : examples(view))
                .isZero();
    }

    private Object examples(String view) {
        try {
            return judge.examples("faults." + view);
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static Instant later(Instant a, Instant b) {
        return (a.isAfter(b) ? a : b).truncatedTo(ChronoUnit.SECONDS);
    }

    static void sleepUntil(Instant moment) throws InterruptedException {
        long millis = Duration.between(Instant.now(), moment).toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }
}
