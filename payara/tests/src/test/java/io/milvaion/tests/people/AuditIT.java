package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever writes leaves an entry, done or refused. */
@ExtendWith(ArquillianExtension.class)
class AuditIT {

    /** Only mail is sent, and who asks cannot tell whether it is. */
    private static final Set<String> CHANGE_NOTHING = Set.of("account.askForReset");

    @ArquillianResource URL url;
    private Milvaion admin;
    private URI root;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
        root = URI.create(url.toString());
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    /** A method that writes and is not called by {@link Deeds} fails this, and so the build. */
    @Test
    void everyWriteThatIsDoneIsRecordedOnceByItsWord() throws Exception {
        try (var deeds = new Deeds(root, admin)) {
            var done = deeds.all();
            var words =
                    Endpoint.all().stream()
                            .filter(Endpoint::writes)
                            .map(Endpoint::action)
                            .filter(word -> !word.isEmpty() && !CHANGE_NOTHING.contains(word))
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(done.keySet()).containsExactlyInAnyOrderElementsOf(words);
            var entries = entriesOf(done.values());
            done.forEach((word, answer) -> assertDone(word, answer, entries));
        }
    }

    @Test
    void everyWriteThatIsRefusedIsRecordedWithWhoHasTried() {
        var viewer = Person.with(root, admin, "Viewer");
        var session = viewer.login();
        var refused =
                Endpoint.all().stream()
                        .filter(e -> e.writes() && e.needs() != null && !e.action().isEmpty())
                        .collect(Collectors.toMap(e -> e, e -> e.call(session)));

        var entries = entriesOf(refused.values());
        refused.forEach(
                (endpoint, answer) -> {
                    var entry = entries.get(answer.header("X-Request-Id"));
                    assertThat(entry).as("%s: %d", endpoint.name(), answer.status()).isNotNull();
                    assertThat(entry.get("action").textValue()).isEqualTo(endpoint.action());
                    if (answer.status() >= 400) {
                        assertThat(entry.get("outcome").textValue()).isEqualTo("refused");
                        assertThat(entry.get("status").intValue()).isEqualTo(answer.status());
                        assertThat(entry.get("actor").textValue()).isEqualTo(viewer.name());
                    }
                });
    }

    @Test
    void anEditShowsBeforeAndAfterAndByWhichKey() {
        var id = admin.create(job("noop").data("password", "open sesame"));
        var edited = admin.rest().patch("api/v1/jobs/" + id, object().put("description", "=1+1"));

        var entry = entry(edited);
        assertThat(entry.get("before").toString()).isEqualTo("{\"description\":null}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"description\":\"=1+1\"}");
        assertThat(entry.get("actor").textValue()).isEqualTo("root");
        assertThat(entry.at("/credential/kind").textValue()).isEqualTo("key");
        assertThat(entry.get("address").textValue()).isEqualTo("127.0.0.1");
        assertThat(entry.at("/object/id").textValue()).isEqualTo(id);
        var all = admin.rest().get("api/v1/audit?objectId=" + id).expect(200);
        assertThat(all.json().get("items")).hasSize(2);
        assertThat(all.body()).contains("***").doesNotContain("open sesame");
        assertThat(admin.rest().get("api/v1/audit/" + entry.get("id").textValue()).json())
                .isEqualTo(entry);
        var csv = admin.rest().get("api/v1/audit/export?objectId=" + id).expect(200);
        assertThat(csv.body().lines()).hasSize(3);
        var lines = admin.rest().get("api/v1/audit/export?format=jsonl&objectId=" + id);
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void whatNobodyHasTouchedIsIntact() {
        admin.create(job("noop"));

        soon().untilAsserted(
                        () ->
                                assertThat(
                                                admin.rest()
                                                        .get("api/v1/audit/verify")
                                                        .expect(200)
                                                        .json()
                                                        .get("entries")
                                                        .longValue())
                                        .isPositive());
        var seen = admin.rest().get("api/v1/audit/verify").expect(200);
        assertThat(seen.json().get("intact").booleanValue()).as(seen.body()).isTrue();
    }

    @Test
    void badCredentialsAreCountedAndDoNotFillTheDisk() {
        var stranger = new Rest(root, null);
        for (int i = 0; i < 50; i++) {
            stranger.post("api/v1/jobs", object(), "X-API-Key", "mvk_guess" + i).expect(401);
        }

        soon().untilAsserted(
                        () -> assertThat(refusedOfStrangers()).isNotEmpty().hasSizeLessThan(30));
    }

    @Test
    void aLoginIsRecordedWithoutWhatWasTyped() {
        var ada = Person.with(root, admin, "Viewer");
        var guess = "guess-of-" + ada.name();

        var wrong = entry(ada.tryLogin(guess));
        assertThat(wrong.get("action").textValue()).isEqualTo("session.login");
        assertThat(wrong.get("outcome").textValue()).isEqualTo("refused");
        assertThat(wrong.at("/object/name").textValue()).isEqualTo(ada.name());
        assertThat(wrong.toString()).doesNotContain(guess);
        var right = entry(ada.tryLogin(ada.password()));
        assertThat(right.get("outcome").textValue()).isEqualTo("done");
        assertThat(right.get("actor").textValue()).isEqualTo(ada.name());
    }

    @Test
    void whoTriggersARunTravelsWithIt() {
        var ada = Person.with(root, admin, "Developer");
        var id = admin.create(job("noop").with("concurrentExecutionPolicy", 2));

        var run = ada.login().post("api/v1/jobs/" + id + "/trigger", null).expect(202).json();
        var made = admin.occurrence(run.get("occurrenceId").textValue());

        assertThat(made.get("triggeredBy").textValue()).isEqualTo(ada.name());
        assertThat(admin.occurrence(admin.trigger(id)).get("triggeredByKey").textValue())
                .isNotBlank();
    }

    private void assertDone(String word, Answer answer, Map<String, JsonNode> entries) {
        assertThat(answer.status()).as("%s: %s", word, answer.body()).isLessThan(300);
        var entry = entries.get(answer.header("X-Request-Id"));
        assertThat(entry).as(word).isNotNull();
        assertThat(entry.get("action").textValue()).isEqualTo(word);
        assertThat(entry.get("outcome").textValue()).as(word).isEqualTo("done");
        assertThat(entry.path("detail").asText())
                .as(word)
                .isNotEqualTo("the request itself has changed nothing");
        assertThat(entry.path("object").isObject()).as(word).isTrue();
    }

    private JsonNode entry(Answer answer) {
        return entriesOf(List.of(answer)).get(answer.header("X-Request-Id"));
    }

    /** By the ids of their requests, once all of them are sealed. */
    private Map<String, JsonNode> entriesOf(Collection<Answer> answers) {
        var ids = answers.stream().map(answer -> answer.header("X-Request-Id")).toList();
        return soon().until(this::newest, found -> found.keySet().containsAll(ids));
    }

    private Map<String, JsonNode> newest() {
        var lines = admin.rest().get("api/v1/audit/export?format=jsonl").expect(200).body();
        return lines.lines()
                .limit(3_000)
                .map(AuditIT::json)
                .filter(entry -> entry.path("requestId").isTextual())
                .collect(
                        Collectors.toMap(
                                entry -> entry.get("requestId").textValue(),
                                entry -> entry,
                                (newer, older) -> newer));
    }

    private List<JsonNode> refusedOfStrangers() {
        var found =
                admin.rest()
                        .get("api/v1/audit?actor=anonymous&action=job.create&limit=200")
                        .expect(200)
                        .json();
        return StreamSupport.stream(found.get("items").spliterator(), false).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
