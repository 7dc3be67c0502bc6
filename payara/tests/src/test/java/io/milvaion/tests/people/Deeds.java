package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.contract.BrokerNames;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does once whatever can be done, and gives the answers by the words of the audit. */
final class Deeds implements AutoCloseable {

    private static final int PARALLEL = 2;

    private final Map<String, Answer> done = new LinkedHashMap<>();
    private final URI root;
    private final Milvaion admin;
    private final Rest rest;

    Deeds(URI root, Milvaion admin) {
        this.root = root;
        this.admin = admin;
        this.rest = admin.rest();
    }

    Map<String, Answer> all() throws Exception {
        var worker = worker();
        jobs();
        failures();
        replays();
        operations();
        savedFilters();
        documents();
        calendars();
        deadLetters();
        cluster();
        workers(worker);
        accounts();
        owner();
        return done;
    }

    private void jobs() {
        var made = post("job.create", "jobs", job("noop").build());
        var path = "jobs/" + id(made);
        did("job.update", rest.patch("api/v1/" + path, object().put("description", "new")));
        post("job.restore", path + "/versions/1/restore", object());
        post("job.trigger", path + "/trigger", null);
        did("job.delete", rest.delete("api/v1/" + path));
    }

    private void failures() {
        var job = admin.create(job(nobodys()).with("concurrentExecutionPolicy", PARALLEL));
        var run = post("occurrence.cancel", "occurrences/" + admin.trigger(job) + "/cancel", null);
        var failed = "failed-occurrences/" + run.json().get("occurrenceId").textValue();
        soon().until(() -> rest.get("api/v1/" + failed).status() == 200);
        post("failure.resolve", failed + "/resolve", object().put("note", "known"));
        post(
                "failure.retry",
                "occurrences/" + run.json().get("occurrenceId").textValue() + "/retry",
                null);
        did("failure.delete", rest.delete("api/v1/" + failed));
        failedRun(job);
        post("failure.resolveMany", "failed-occurrences/resolve", filter("jobId", job));
        post("failure.deleteMany", "failed-occurrences/delete", filter("jobId", job));
    }

    private void replays() {
        var body = object().put("ratePerSecond", 1);
        var job = admin.create(job(nobodys()).with("concurrentExecutionPolicy", PARALLEL));
        for (int i = 0; i < 30; i++) {
            body.withArray("occurrenceIds").add(failedRun(job));
        }
        var path = "replays/" + id(post("replay.create", "replays", body));
        post("replay.pause", path + "/pause", null);
        post("replay.resume", path + "/resume", null);
        post("replay.cancel", path + "/cancel", null);
    }

    private void operations() {
        var tag = "walk-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            admin.create(job("noop").with("tags", List.of(tag)));
        }
        var body = filter("tag", tag).put("target", "jobs").put("action", "deactivate");
        var made = post("operation.create", "operations", body.put("ratePerSecond", 1));
        var path = "operations/" + id(made);
        post("operation.pause", path + "/pause", null);
        post("operation.resume", path + "/resume", null);
        post("operation.cancel", path + "/cancel", null);
    }

    private void savedFilters() {
        var body = object().put("list", "jobs").put("name", "of a walk");
        body.putObject("criteria");
        var path = "api/v1/saved-filters/" + id(post("savedFilter.create", "saved-filters", body));
        did("savedFilter.replace", rest.put(path, body.put("name", "renamed")));
        did("savedFilter.delete", rest.delete(path));
    }

    private void documents() {
        var name = "r" + UUID.randomUUID();
        var role = object().put("kind", "Role");
        role.putObject("metadata").put("name", name);
        role.putObject("spec").putArray("permissions").add("Job.Read");
        did("documents.apply", rest.put("api/v1/apply", role));
        rest.delete("api/v1/roles/" + name).expect(204);
    }

    private void calendars() {
        var path = "api/v1/calendars/c" + UUID.randomUUID();
        did("calendar.put", rest.put(path, object()));
        did(
                "calendar.ical",
                rest.put(path + "/ical", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"));
        did("calendar.delete", rest.delete(path));
    }

    private void deadLetters() throws Exception {
        var one = letter();
        did("deadLetter.delete", rest.delete("api/v1/dead-letters/" + one));
        var reason = "letter of " + UUID.randomUUID();
        publish(reason);
        soon().until(() -> !admin.items("api/v1/dead-letters?" + query(reason)).isEmpty());
        post("deadLetter.deleteMany", "dead-letters/delete", filter("reason", reason));
    }

    private void cluster() {
        post("zoneRules.look", "admin/zone-rules", null);
        post("dispatching.stop", "admin/dispatch/stop", object().put("reason", "a walk"));
        post("dispatching.resume", "admin/dispatch/resume", object());
        post("reconcile.request", "admin/reconcile", null);
        var pause = object().put("reason", "a walk");
        pause.putObject("scope").put("tag", "walk-" + UUID.randomUUID());
        var path = "api/v1/admin/pauses/" + id(post("pause.create", "admin/pauses", pause));
        did("pause.end", rest.delete(path));
    }

    /**
     * @param gone an instance that was heard of once
     */
    private void workers(String gone) {
        var worker = "workers/" + gone;
        post("worker.drain", worker + "/drain", object().put("reason", "a walk"));
        post("worker.resume", worker + "/resume", object());
        var group = "worker-groups/g" + UUID.randomUUID();
        post("workerGroup.drain", group + "/drain", object().put("reason", "a walk"));
        post("workerGroup.resume", group + "/resume", object());
        soon().until(
                        () ->
                                rest.get("api/v1/" + worker)
                                        .json()
                                        .at("/worker/state")
                                        .asText()
                                        .equals("stale"));
        did("worker.forget", rest.delete("api/v1/" + worker));
    }

    private String worker() throws Exception {
        var instance = "w" + UUID.randomUUID();
        send(
                "",
                BrokerNames.REGISTRATION_QUEUE,
                Map.of(),
                object().put("instanceId", instance)
                        .put("host", "nowhere")
                        .put("version", "1")
                        .put("startedAt", Instant.now().toString())
                        .put("maxParallelJobs", 1)
                        .set("consumers", object().arrayNode())
                        .toString());
        soon().until(() -> rest.get("api/v1/workers/" + instance).status() == 200);
        return instance;
    }

    private void accounts() {
        var role = "api/v1/roles/r" + UUID.randomUUID();
        var permissions = object();
        permissions.withArray("permissions").add("Job.Read");
        did("role.put", rest.put(role, permissions));
        did("role.delete", rest.delete(role));
        var body = object().put("name", "d" + UUID.randomUUID()).put("password", random());
        body.withArray("roles").add("Viewer");
        var path = "users/" + id(post("account.create", "users", body));
        did("account.update", rest.patch("api/v1/" + path, object().put("enabled", false)));
        post("account.resetPassword", path + "/password", object().put("password", random()));
        did("account.endSessions", rest.delete("api/v1/" + path + "/sessions"));
        did("account.removeSecondFactor", rest.delete("api/v1/" + path + "/second-factor"));
        did("account.delete", rest.delete("api/v1/" + path));
        var key = "api-keys/" + id(post("apiKey.create", "api-keys", object().put("name", "walk")));
        var next = post("apiKey.rotate", key + "/rotate", object());
        did("apiKey.revoke", rest.delete("api/v1/api-keys/" + id(next)));
        rest.delete("api/v1/" + key);
    }

    private void owner() {
        var ada = Person.created(root, admin, "Viewer");
        did("account.changePassword", ada.changePassword(random()));
        var email = ada.name() + "@example.org";
        var mail = object().put("email", email).put("password", ada.password());
        did("account.changeEmail", ada.login().post("api/v1/auth/email", mail));
        did("session.login", ada.tryLogin(ada.password()));
        did("session.refresh", ada.refresh());
        var session = ada.login();
        secondFactor(ada, session);
        did("session.logout", session.post("api/v1/auth/logout", null));
        resetByMail(email);
        endSession(Person.with(root, admin, "Viewer"));
    }

    private void resetByMail(String email) {
        var path = "api/v1/auth/password/";
        rest.post(path + "forgotten", object().put("account", email)).expect(202);
        var token = ResetIT.mailedToken(email);
        var body = object().put("token", token).put("newPassword", random());
        did("account.resetByMail", rest.post(path + "reset", body));
    }

    private void endSession(Person eve) {
        var session = eve.login();
        var mine = session.get("api/v1/auth/sessions").expect(200).json().at("/items/0/id");
        did("session.endOthers", session.delete("api/v1/auth/sessions"));
        did("session.end", session.delete("api/v1/auth/sessions/" + mine.textValue()));
    }

    private void secondFactor(Person ada, Rest session) {
        var path = "api/v1/auth/second-factor";
        var begun = session.post(path, object().put("password", ada.password()));
        var app = new AuthenticatorApp(begun.json().get("secret").textValue());
        did("secondFactor.begin", begun);
        did(
                "secondFactor.confirm",
                session.post(path + "/confirm", object().put("code", app.code(0))));
        var codes =
                session.post(
                        path + "/recovery-codes",
                        object().put("password", ada.password()).put("code", app.code(1)));
        did("secondFactor.renewRecoveryCodes", codes);
        var code = codes.json().get("recoveryCodes").get(0).textValue();
        did(
                "secondFactor.turnOff",
                session.post(
                        path + "/off", object().put("password", ada.password()).put("code", code)));
    }

    private String failedRun(String job) {
        var run = admin.trigger(job);
        rest.post("api/v1/occurrences/" + run + "/cancel", null);
        soon().until(() -> rest.get("api/v1/failed-occurrences/" + run).status() == 200);
        return run;
    }

    private String letter() throws Exception {
        var reason = "letter of " + UUID.randomUUID();
        publish(reason);
        return soon().until(
                        () -> admin.items("api/v1/dead-letters?" + query(reason)),
                        found -> !found.isEmpty())
                .get(0)
                .get("id")
                .textValue();
    }

    private static void publish(String reason) throws Exception {
        var headers = Map.<String, Object>of(BrokerNames.REASON_HEADER, reason);
        send(BrokerNames.DEAD_LETTER_EXCHANGE, "", headers, "{}");
    }

    private static void send(String exchange, String key, Map<String, Object> headers, String body)
            throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(System.getProperty("milvaion.rabbitmq.url"));
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    exchange,
                    key,
                    new AMQP.BasicProperties.Builder().headers(headers).build(),
                    body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String query(String reason) {
        return "reason=" + reason.replace(' ', '+');
    }

    private static ObjectNode filter(String field, String value) {
        var body = object();
        body.putObject("filter").put(field, value);
        return body;
    }

    private static String nobodys() {
        return "nobody" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String random() {
        return "secret " + UUID.randomUUID();
    }

    private static String id(Answer made) {
        return made.json().get("id").textValue();
    }

    private Answer post(String word, String path, ObjectNode body) {
        return did(word, rest.post("api/v1/" + path, body));
    }

    private Answer did(String word, Answer answer) {
        done.put(word, answer);
        return answer;
    }

    /** Other tests need a node that dispatches. */
    @Override
    public void close() {
        rest.post("api/v1/admin/dispatch/resume", object());
    }
}
