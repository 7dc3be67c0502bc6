package io.milvaion.tests.cli;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Services;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ArquillianExtension.class)
class CommandLineIT {

    @ArquillianResource URL root;
    @TempDir Path home;

    private Milvaion milvaion;
    private Shell shell;

    @BeforeEach
    void login() {
        milvaion = new Milvaion(root);
        shell = new Shell(home.resolve("config.yaml"));
        shell.typing(
                        Services.rootKey().text() + "\n",
                        "login",
                        "--with-key",
                        "--address",
                        "" + root)
                .expect(0);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @Test
    void aLoginWithAPasswordGivesAKeyThatALogoutEnds() throws URISyntaxException {
        var person = Person.created(root.toURI(), milvaion, "Viewer");
        var own = new Shell(home.resolve("own.yaml"));
        var chosen = "chosen " + UUID.randomUUID();
        own.typing(
                        person.password() + "\n" + chosen + "\n",
                        "login",
                        "--user",
                        person.name(),
                        "--address",
                        root.toString(),
                        "--name",
                        "mine")
                .expect(0);
        assertThat(own.run("whoami", "-o", "json").expect(0).json().path("name").asText())
                .isEqualTo(person.name());
        own.run("jobs", "list").expect(0);
        assertThat(own.run("cluster", "stop", "--reason", "no right").expect(3).err())
                .contains("System.Operate");
        var key = own.run("request", "GET", "api-keys", "-o", "json").expect(0).json();
        assertThat(key.at("/items/0/expiresAt").isTextual()).isTrue();

        own.run("logout").expect(0);

        own.run("whoami").expect(1);
        own.typing(chosen + "\n", "login", "--user", person.name(), "--address", "" + root)
                .expect(0);
    }

    @Test
    void aWrongPasswordIsSaidAndKeepsNothing() {
        var own = new Shell(home.resolve("own.yaml"));
        own.typing("wrong\n", "login", "--user", "nobody", "--address", "" + root).expect(3);
        assertThat(home.resolve("own.yaml")).doesNotExist();
    }

    @Test
    void aJobIsFoundByItsName() {
        var name = "cli " + UUID.randomUUID();
        var id = milvaion.create(job("noop").named(name));
        assertThat(
                        shell.run("jobs", "get", name, "-o", "json")
                                .expect(0)
                                .json()
                                .path("id")
                                .asText())
                .isEqualTo(id);
        assertThat(shell.run("jobs", "list", "--search", name).expect(0).out()).contains(id, name);
        assertThat(shell.run("jobs", "get", name + "?").expect(4).err()).contains("no job");
        milvaion.create(job("noop").named(name));
        assertThat(shell.run("jobs", "get", name).expect(1).err()).contains("2 jobs", id);
    }

    @Test
    void aTriggeredRunIsFollowedToItsEnd() {
        var good = milvaion.create(job("hello"));
        var waited = shell.run("jobs", "trigger", good, "--data", "{\"name\":\"Grace\"}", "--wait");
        assertThat(waited.expect(0).out()).contains("Hello, Grace!", "completed");
        var bad = milvaion.create(job("nobody-runs-this-" + UUID.randomUUID()));
        var queued =
                shell.run("jobs", "trigger", bad, "-o", "json")
                        .expect(0)
                        .json()
                        .path("occurrenceId")
                        .asText();
        assertThat(shell.run("runs", "why", queued).expect(0).out()).contains("worker");
        shell.run("runs", "cancel", queued).expect(0);
        assertThat(shell.run("runs", "wait", queued).expect(1).err()).contains("cancelled");
    }

    @Test
    void whatFailedIsFoundAndRetried() {
        var id =
                milvaion.create(
                        aJob("flaky")
                                .named("cli " + UUID.randomUUID())
                                .every("0 0 0 1 1 *")
                                .with("maxRetries", 0)
                                .data("failProbability", 1));
        var run =
                shell.run("jobs", "trigger", id, "-o", "json").json().path("occurrenceId").asText();
        shell.run("runs", "wait", run).expect(1);
        Milvaion.soon()
                .untilAsserted(
                        () ->
                                assertThat(
                                                shell.run("failures", "list", "--job", id)
                                                        .expect(0)
                                                        .out())
                                        .contains(run));
        assertThat(shell.run("failures", "get", run).expect(0).out()).contains("bad luck");
        shell.run("failures", "resolve", run, "--note", "known").expect(0);
        assertThat(shell.run("failures", "list", "--job", id, "--no-resolved").expect(0).out())
                .doesNotContain(run);
        shell.run("runs", "retry", run).expect(0);
        assertThat(shell.run("runs", "list", "--job", id, "--all", "-o", "json").expect(0).json())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aJobIsSavedPausedAndDeleted() {
        var name = "cli " + UUID.randomUUID();
        var json =
                "{\"displayName\":\""
                        + name
                        + "\",\"jobType\":\"noop\",\"cronExpression\":\"0 0 1 1 *\"}";
        shell.typing(json, "jobs", "save", "-").expect(0);
        shell.run("jobs", "pause", name).expect(0);
        assertThat(shell.run("jobs", "why", name).expect(0).out()).contains("inactive");
        shell.run("jobs", "resume", name).expect(0);
        var wrong =
                shell.run("jobs", "save", "{\"cronExpression\":\"*/90 * * * *\"}", "--patch", name);
        assertThat(wrong.expect(1).err()).contains("cronExpression.minute:");
        shell.run("jobs", "delete", name).expect(2);
        shell.run("jobs", "delete", name, "--yes").expect(0);
        shell.run("jobs", "get", name).expect(4);
    }

    @Test
    void listsGoOnPastAPage() {
        var tag = "cli-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            milvaion.create(job("noop").with("tags", List.of(tag)));
        }
        assertThat(
                        shell.run("jobs", "list", "--tag", tag, "--limit", "3", "-o", "json")
                                .expect(0)
                                .json())
                .hasSize(3);
        assertThat(
                        shell.run("request", "GET", "jobs?limit=2&tag=" + tag, "-o", "json")
                                .expect(0)
                                .json()
                                .path("items"))
                .hasSize(2);
        assertThat(
                        shell.run("jobs", "list", "--tag", tag, "--all", "-o", "yaml")
                                .expect(0)
                                .out()
                                .lines()
                                .filter(line -> line.contains("displayName")))
                .hasSize(5);
    }

    @Test
    void namesDoNotMoveTheCursor() {
        var tag = "cli-" + UUID.randomUUID();
        milvaion.create(
                job("noop").named("a\u202eb " + UUID.randomUUID()).with("tags", List.of(tag)));
        assertThat(shell.run("jobs", "list", "--tag", tag).expect(0).out()).contains("a\\u202eb");
    }

    @Test
    void aFileIsAppliedOnceAndPrunedAgain() {
        var label = "cli=" + UUID.randomUUID();
        var file =
                "kind: Job\nmetadata:\n  name: %1$s\n  labels: {cli: %1$s}\nspec: {displayName: %1$s, jobType: noop, schedule: none}\n"
                        .formatted(label.substring(4));
        shell.typing(file, "apply", "-f", "-", "--dry-run").expect(0);
        assertThat(shell.typing(file, "apply", "-f", "-").expect(0).out()).contains("create");
        assertThat(shell.typing(file, "apply", "-f", "-").expect(0).err()).contains("unchanged");
        assertThat(shell.run("export", "--label", label).expect(0).out()).contains("noop");
        shell.typing("# nothing\n", "apply", "-f", "-", "--prune", label, "--allow-empty")
                .expect(0);
        assertThat(shell.run("export", "--label", label).expect(0).out()).doesNotContain("noop");
        assertThat(shell.typing("kind: Job\nspec: [", "apply", "-f", "-").expect(1).err())
                .contains("line");
    }

    @Test
    void aCrontabIsLookedAtAndTakenOver() {
        var command = "backup-" + UUID.randomUUID();
        var table = "CRON_TZ=Europe/Berlin\n30 2 * * * " + command + "\n@reboot " + command + "\n";

        var looked =
                shell.typing(table, "import", "-", "--format", "crontab", "--dry-run").expect(0);
        assertThat(looked.out()).contains("line 2", "create", command);
        assertThat(looked.err()).contains("line 3: @reboot", "Would be: ");
        assertThat(shell.typing(table, "import", "-", "--format", "crontab").expect(1).err())
                .contains("@reboot");
        shell.typing(table, "import", "-", "--format", "crontab", "--skip-wrong").expect(0);
        assertThat(shell.run("jobs", "list", "--search", command).expect(0).out())
                .contains(command);
        shell.run("jobs", "delete", command, "--yes").expect(0);
        assertThat(shell.typing(table, "import", "-").expect(2).err()).contains("--format");
    }

    /** The tables of db-scheduler in the database of the tests; the server reads none. */
    private static String jdbc(URI database) {
        var user = database.getUserInfo().split(":", 2);
        return "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
                .formatted(
                        database.getHost(),
                        database.getPort(),
                        database.getPath(),
                        user[0],
                        user[1]);
    }

    @Test
    void tablesAreReadByTheCommandItself() throws SQLException {
        var url = jdbc(URI.create(System.getProperty("milvaion.db.url")));
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table if not exists scheduled_tasks (
                      task_name text, task_instance text, task_data bytea, execution_time timestamptz)""");
            statement.execute(
                    """
                    insert into scheduled_tasks
                    values ('report', 'a', '{"schedule": {"type": "cron", "pattern": "0 30 2 * * MON",
                            "zoneId": "Europe/Berlin", "cronStyle": "SPRING53"}, "data": null}', now())""");
        }

        var looked =
                shell.run(
                        "import",
                        "--jdbc",
                        url,
                        "--format",
                        "dbScheduler",
                        "--dry-run",
                        "-o",
                        "json");

        assertThat(looked.expect(0).json().at("/0/job/cronExpression").asText())
                .isEqualTo("0 30 2 * * MON");
        assertThat(looked.json().at("/0/ours"))
                .isEqualTo(looked.json().at("/0/theirs"))
                .hasSize(10);
        assertThat(shell.run("import", "--jdbc", url, "--format", "crontab").expect(2).err())
                .contains("--jdbc needs");
        assertThat(shell.run("import", "--jdbc", url, "--format", "quartz").expect(1).err())
                .contains("qrtz_job_details");
    }

    @Test
    void theDoctorFindsNothing() {
        assertThat(shell.run("doctor").expect(0).out())
                .contains(
                        "address",
                        "clock",
                        "login",
                        "live events",
                        "leader",
                        "dispatch",
                        "workers");
    }

    @Test
    void theDoctorSaysWhatIsWrong() {
        var stranger = new Shell(home.resolve("none.yaml"));
        assertThat(stranger.run("doctor", "--address", "" + root).expect(1).out())
                .contains("milvaion login");
        assertThat(
                        stranger.run(
                                        "doctor",
                                        "--address",
                                        URI.create("http://127.0.0.1:1/").toString())
                                .expect(1)
                                .out())
                .contains("does not answer");
    }

    @Test
    void mistakesAreExplained() {
        assertThat(shell.run("jobs", "trigger").expect(2).err()).contains("JOB", "--help");
        assertThat(shell.run("jbs").expect(2).err()).contains("jobs");
        assertThat(shell.run("jobs", "save", "{").expect(1).err()).contains("No JSON");
        assertThat(shell.run("runs", "get", UUID.randomUUID().toString()).expect(4).err())
                .isNotBlank();
        assertThat(shell.run("--context", "nope", "whoami").expect(1).err()).contains("nope");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(shell.run("completion").expect(0).out())
                .contains("complete -F", "trigger", "failures");
    }
}
