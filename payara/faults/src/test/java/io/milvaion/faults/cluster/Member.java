package io.milvaion.faults.cluster;

import io.milvaion.faults.host.Shell;
import io.milvaion.launcher.Node;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import io.milvaion.launcher.rest.Answer;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A scheduler node or a worker: one process at a time, started again after it was killed. */
public final class Member {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);

    private final PayaraMicro payara;
    private final NodePlan plan;
    private final Api api;
    private volatile Node process;

    Member(PayaraMicro payara, NodePlan plan) {
        this.payara = payara;
        this.plan = plan;
        this.api = new Api(plan.uri(), ApiKey.in(plan.environment()));
    }

    public String name() {
        return plan.name();
    }

    /** Its user, which no other process has. */
    public int uid() {
        return plan.uid();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public Api api() {
        return api;
    }

    /** What a request shows that may do everything. */
    public String authorization() {
        return ApiKey.in(plan.environment()).authorization();
    }

    /** The address of something that it serves. */
    public URI uri(String path) {
        return plan.uri().resolve(path);
    }

    /** What it writes. */
    public Path log() {
        return process.log();
    }

    /** Starts it as it was planned, and returns at once. */
    public void launch() throws IOException {
        launch(Map.of());
    }

    /** Starts it with other variables in its environment this time, and returns at once. */
    public void launch(Map<String, String> environment) throws IOException {
        process = Node.start(payara, plan.withEnvironment(environment));
    }

    public void awaitReady() throws IOException, InterruptedException {
        process.awaitReady(READY_LIMIT);
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /**
     * SIGTERM; returns when it is gone.
     *
     * @return whether it ended by itself
     */
    public boolean stop() throws InterruptedException {
        return process.stop();
    }

    /**
     * SIGTERM, and a start with these variables more in its environment; returns when it is ready.
     */
    public void restart(Map<String, String> environment) throws IOException, InterruptedException {
        stop();
        launch(environment);
        awaitReady();
    }

    /** SIGSTOP: it stands still until {@link #resume}. */
    public void pause() throws IOException {
        Shell.signal("STOP", pid());
    }

    /** SIGCONT. */
    public void resume() throws IOException {
        Shell.signal("CONT", pid());
    }

    /** What {@code /health/ready} answers. */
    public Answer health() throws IOException, InterruptedException {
        return api.send("GET", "health/ready", null);
    }

    /** What {@code /health/live} answers. */
    public Answer live() throws IOException, InterruptedException {
        return api.send("GET", "health/live", null);
    }

    /** The sum of all series of a metric. */
    public double metric(String name) throws IOException, InterruptedException {
        return api.get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** How many threads its process has. */
    public int threads() throws IOException {
        try (var tasks = Files.list(Path.of("/proc/" + pid() + "/task"))) {
            return (int) tasks.count();
        }
    }

    /** As {@link #kill}, for a thread that must not be interrupted. */
    void destroy() {
        if (process != null) {
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            process.onExit().join();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
