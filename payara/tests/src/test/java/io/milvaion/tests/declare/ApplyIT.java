package io.milvaion.tests.declare;

import static io.milvaion.tests.declare.Documents.actions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Milvaion;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class ApplyIT {

    private static final String DAILY = "cronExpression: \"0 0 1 1 *\"";
    private static final Path PAGE = Path.of("../../docs/declarative.md");

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private Documents documents;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
        documents = new Documents(milvaion);
    }

    @AfterEach
    void prune() {
        documents.close();
        milvaion.close();
    }

    @Test
    void aDryRunTellsAndDoesNothing() {
        var a = documents.named("a");
        var plan = documents.apply("?dryRun=true", documents.job(a, DAILY)).expect(200).json();

        assertThat(plan.at("/summary/create").intValue()).isEqualTo(1);
        assertThat(change(plan, 0, "spec.displayName").get("to").textValue()).isEqualTo(a);
        assertThat(change(plan, 0, "spec.displayName").get("from").isNull()).isTrue();
        assertThat(documents.jobs()).isEmpty();
    }

    @Test
    void whatIsAppliedTwiceChangesOnce() {
        var both =
                documents.job(documents.named("a"), DAILY)
                        + documents.job(documents.named("b"), "schedule: none");

        var first = documents.apply("", both);
        assertThat(actions(first)).containsExactly("create", "create");
        assertThat(actions(documents.apply("", both))).containsExactly("unchanged", "unchanged");

        assertThat(documents.jobs()).hasSize(2).allMatch(job -> job.get("version").intValue() == 1);
        assertThat(first.json().at("/items/0/id").textValue())
                .isEqualTo(documents.jobs().get(0).get("id").textValue());
    }

    /** Also when the job comes first; and both go together. */
    @Test
    void aCalendarIsDeclaredBesideTheJobsThatNameIt() {
        var calendar = documents.named("sundays");
        var both =
                documents.job(
                                documents.named("a"),
                                "cronExpression: \"0 9 * * *\"",
                                "calendars: [" + calendar + "]")
                        + documents.document(
                                "Calendar",
                                calendar,
                                "include: [{kind: weekdays, days: [sunday]}]");

        documents.apply("?dryRun=true", both).expect(200);
        assertThat(documents.jobs()).isEmpty();
        assertThat(actions(documents.apply("", both))).containsExactly("create", "create");

        var next = Instant.parse(documents.jobs().get(0).get("nextRunAt").textValue());
        assertThat(next.atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(actions(documents.apply("", both))).containsExactly("unchanged", "unchanged");
        var alone = documents.job(documents.named("b"), DAILY, "calendars: [nobodys]");
        documents.apply("", alone).expectProblem(400);
    }

    @Test
    void whatDiffersIsChangedAndTheVersionSaysByWhom() {
        var a = documents.named("a");
        documents.apply("", documents.job(a, DAILY, "jobData: {x: 1, y: 2}")).expect(200);

        var changed =
                documents.apply(
                        "", documents.job(a, DAILY, "jobData: {y: 2, x: 1}", "maxRetries: 3"));

        assertThat(actions(changed)).containsExactly("update");
        assertThat(changed.json().at("/items/0/changes")).hasSize(1);
        assertThat(change(changed.json(), 0, "spec.maxRetries").get("to").intValue()).isEqualTo(3);
        var id = documents.jobs().get(0).get("id").textValue();
        var version = milvaion.items("api/v1/jobs/" + id + "/versions").get(0);
        assertThat(version.get("version").intValue()).isEqualTo(2);
        assertThat(version.get("changedBy").textValue()).isEqualTo("root");
        assertThat(version.get("changedFields").toString()).isEqualTo("[\"maxRetries\"]");
    }

    @Test
    void somebodysPauseStaysUnlessADocumentEndsIt() {
        var a = documents.named("a");
        documents.apply("", documents.job(a, DAILY)).expect(200);
        var id = documents.jobs().get(0).get("id").textValue();
        milvaion.change(id, object().put("active", false));

        assertThat(actions(documents.apply("", documents.job(a, DAILY))))
                .containsExactly("unchanged");
        assertThat(actions(documents.apply("", documents.job(a, DAILY, "active: true"))))
                .containsExactly("update");
    }

    @Test
    void everythingThatIsWrongIsNamedAndNothingIsStored() {
        var problem =
                documents
                        .apply(
                                "",
                                documents.job(documents.named("a"), DAILY)
                                        + documents.job(
                                                documents.named("b"), "cronExpression: 61 * * * *")
                                        + documents.job(
                                                documents.named("A"),
                                                DAILY,
                                                "active: yes",
                                                "maxRetries: 010"))
                        .expectProblem(400)
                        .json();

        assertThat(problem.get("violations"))
                .extracting(violation -> violation.get("field").textValue())
                .containsExactly(
                        "documents[1].spec.cronExpression.minute",
                        "documents[2].metadata.name",
                        "documents[2].spec.active",
                        "documents[2].spec.maxRetries");
        assertThat(documents.jobs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: Job|documents[0].metadata",
                "kind: Job\\nmetadata: {name: a}\\nspec: []|documents[0].spec",
                "kind: Alert\\nmetadata: {name: a}\\nspec: {}|documents[0].kind",
                "kind: Job\\nmetadata: {name: a b/c}\\nspec: {}|documents[0].metadata.name",
                "kind: Job\\nmetadata: {name: a, labels: {x: 1}}\\nspec: {}|documents[0].metadata.labels.x",
                "kind: Job\\nmetadata: {name: a, id: b}\\nspec: {}|documents[0].metadata.id",
                "kind: Job\\nmetadata: {name: a}\\nspec: {}\\nstatus: {}|documents[0].status",
                "- 1|documents[0]",
                "kind: Role\\nmetadata: {name: Admin}\\nspec: {permissions: []}|documents[0].spec.name",
                "kind: Role\\nmetadata: {name: Xy}\\nspec: {permissions: [Job.All]}|documents[0].spec.permissions[0]"
            })
    void aDocumentIsWhatTheFormSays(String text, String field) {
        var problem = documents.apply("", text.replace("\\n", "\n")).expectProblem(400).json();

        assertThat(problem.at("/violations/0/field").textValue()).isEqualTo(field);
    }

    @Test
    void aSyntaxErrorIsNamedWithItsPlace() {
        assertThat(documents.apply("", "kind: Job\nkind: Job\n").expectProblem(400).body())
                .contains("line 2, column 1");
        var json = milvaion.rest().put(Documents.APPLY, "application/json", "{\"kind\":}");
        assertThat(json.expectProblem(400).body()).contains("line 1, column 9");
        milvaion.rest().put(Documents.APPLY, "application/yaml", "").expectProblem(400);
        milvaion.rest().put(Documents.APPLY, "text/plain", "kind: Job").expectProblem(415);
    }

    @Test
    void manyDocumentsMayBeLargerThanOtherBodies() {
        var line = "# " + "x".repeat(1_000_000) + "\n";
        var a = documents.job(documents.named("a"), DAILY);

        assertThat(actions(documents.apply("?dryRun=true", line.repeat(3) + a)))
                .containsExactly("create");
        documents.apply("?dryRun=true", line.repeat(17)).expectProblem(413);
        milvaion.rest().put("api/v1/roles/Big", "application/json", line.repeat(3)).expect(413);
    }

    /** A team's key writes its own jobs, as everywhere: others are not touched and not shown. */
    @Test
    void whoIsLimitedDeclaresWithinTheLimit() {
        var others =
                documents
                        .job(documents.named("b"), DAILY)
                        .replace("tags: [" + documents.team + "]", "tags: [x]");
        var mine = documents.job(documents.named("a"), DAILY);
        documents.apply("", others + mine).expect(200);
        var role = object();
        role.withArray("permissions").add("Job.Read").add("Job.Write");
        role.putObject("limit").putArray("tags").add(documents.team);
        var name = documents.named("Team");
        milvaion.rest().put("api/v1/roles/" + name, role).expect(201);
        var member = Person.with(URI.create(root.toString()), milvaion, name).login();

        documents.apply(member, "", others).expectProblem(403);
        documents.apply(member, "", mine.replace(documents.team + "]", "x]")).expectProblem(403);
        var none =
                documents.apply(
                        member,
                        "?dryRun=true&allowEmpty=true&prune=team=" + documents.team,
                        "# none");
        assertThat(actions(none)).containsExactly("delete");
        var export = member.get("api/v1/export?kind=Job").expect(200).body();
        assertThat(export).contains(documents.named("a")).doesNotContain(documents.named("b"));
        assertThat(actions(documents.apply(member, "", mine))).containsExactly("unchanged");
    }

    @Test
    void pruningDeletesWhatNoDocumentDeclaresAndNothingElse() {
        var a = documents.job(documents.named("a"), DAILY);
        var b = documents.job(documents.named("b"), DAILY);
        documents.apply("", a + b).expect(200);
        var byHand = milvaion.create(Milvaion.job("noop").with("tags", List.of(documents.team)));
        var prune = "&prune=team=" + documents.team;

        assertThat(actions(documents.apply("?dryRun=true" + prune, a)))
                .containsExactly("unchanged", "delete");
        assertThat(actions(documents.apply("?dryRun=true" + prune + "x", a)))
                .containsExactly("unchanged");
        assertThat(actions(documents.apply("?adopt=false" + prune, a)))
                .containsExactly("unchanged", "delete");

        assertThat(documents.jobs())
                .hasSize(2)
                .anyMatch(job -> job.get("id").textValue().equals(byHand));
        documents.apply("?dryRun=true" + prune, "# none").expectProblem(400);
        documents.apply("?dryRun=true&prune=team", a).expectProblem(400);
        assertThat(actions(documents.apply("?allowEmpty=true" + prune, "# none")))
                .containsExactly("delete");
    }

    @Test
    void onlyWhatWasSeenIsApplied() {
        var a = documents.named("a");
        var plan = documents.apply("?dryRun=true", documents.job(a, DAILY)).expect(200);
        var tag = plan.header("ETag");
        assertThat(tag).isEqualTo('"' + plan.json().get("planHash").textValue() + '"');

        documents
                .apply("", documents.job(a, DAILY, "maxRetries: 1"), "If-Match", tag)
                .expectProblem(412);
        assertThat(documents.jobs()).isEmpty();
        documents.apply("", documents.job(a, DAILY), "If-Match", tag).expect(200);
        documents.apply("", documents.job(a, DAILY), "If-Match", tag).expectProblem(412);
        documents.apply("", documents.job(a, DAILY), "If-Match", "x").expectProblem(400);
    }

    @Test
    void thoseWhoApplyAtOnceTakeTurns() {
        var all =
                documents.job(documents.named("a"), DAILY)
                        + documents.job(documents.named("b"), DAILY);

        var answers =
                Stream.generate(() -> all)
                        .limit(6)
                        .parallel()
                        .map(one -> documents.apply("", one))
                        .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().filter(a -> actions(a).contains("create"))).hasSize(1);
        assertThat(documents.jobs()).hasSize(2);
    }

    @Test
    void aRepetitionGetsTheAnswerThatWasLost() {
        var a = documents.job(documents.named("a"), DAILY);
        var key = UUID.randomUUID().toString();

        var first = documents.apply("", a, "Idempotency-Key", key).expect(200);

        assertThat(documents.apply("", a, "Idempotency-Key", key).expect(200).json())
                .isEqualTo(first.json());
        documents
                .apply("", a + documents.job(documents.named("b"), DAILY), "Idempotency-Key", key)
                .expectProblem(422);
    }

    @Test
    void whatWasMadeByHandIsTakenOverOnlyIfAskedFor() {
        var job =
                Milvaion.job("noop")
                        .named(documents.named("a"))
                        .with("tags", List.of(documents.team));
        var id = milvaion.create(job);
        var export = milvaion.rest().get("api/v1/export?kind=Job").expect(200).body();
        var mine =
                Stream.of(export.split("(?=---\n)"))
                        .filter(one -> one.contains(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(milvaion.rest().get("api/v1/export?id=" + id).expect(200).body())
                .isEqualTo(mine);

        documents.apply("", mine).expectProblem(400);
        var taken = documents.apply("?adopt=true", mine);

        assertThat(actions(taken)).containsExactly("update");
        assertThat(taken.json().at("/items/0/id").textValue()).isEqualTo(id);
        assertThat(actions(documents.apply("", mine))).containsExactly("unchanged");
        assertThat(milvaion.rest().get("api/v1/jobs/" + id).json().get("version").intValue())
                .isEqualTo(1);
        documents
                .apply("?adopt=true", mine.replaceFirst("name: .*", "name: another"))
                .expectProblem(400);
    }

    @Test
    void whatWasDeletedByHandIsMadeAnew() {
        var a = documents.job(documents.named("a"), DAILY);
        documents.apply("", a).expect(200);
        milvaion.rest()
                .delete("api/v1/jobs/" + documents.jobs().get(0).get("id").textValue())
                .expect(204);

        assertThat(actions(documents.apply("", a))).containsExactly("create");
        assertThat(documents.jobs()).hasSize(1);
    }

    @Test
    void rolesAreDeclaredByWhoMaySeeToPeople() {
        var name = documents.named("Clerk");
        var role =
                documents.document("Role", name, "permissions: [Job.Read, Job.Read, Job.Trigger]");
        var job = documents.job(documents.named("a"), DAILY);
        var developer = Person.with(URI.create(root.toString()), milvaion, "Developer").login();

        documents.apply(developer, "", job + role).expectProblem(403);
        assertThat(documents.jobs()).isEmpty();
        assertThat(actions(documents.apply("", job + role))).containsExactly("create", "create");
        assertThat(actions(documents.apply("", role.replace(name, name.toUpperCase(Locale.ROOT)))))
                .containsExactly("unchanged");
        documents.apply(developer, "?prune=team=" + documents.team, job).expectProblem(403);
        assertThat(actions(documents.apply(developer, "", job))).containsExactly("unchanged");
        var roles = milvaion.rest().get("api/v1/roles").expect(200).json().get("items");
        assertThat(roles).anyMatch(one -> one.get("name").textValue().equals(name));
    }

    @Test
    void nobodyDeclaresARoleThatPermitsMoreThanTheyHave() {
        var porter =
                documents.document(
                        "Role",
                        documents.named("Porter"),
                        "permissions: [User.Read, User.Write, Job.Read]");
        documents.apply("", porter).expect(200);
        var session =
                Person.with(URI.create(root.toString()), milvaion, documents.named("Porter"))
                        .login();

        var stronger =
                documents.document(
                        "Role", documents.named("Strong"), "permissions: [Job.Read, Job.Write]");
        var problem = documents.apply(session, "", stronger).expectProblem(400).json();

        assertThat(problem.at("/violations/0/field").textValue())
                .isEqualTo("documents[0].spec.permissions[1]");
        var session2 = milvaion.items("api/v1/users?limit=200");
        session2.stream()
                .filter(user -> user.get("roles").toString().contains(documents.named("Porter")))
                .forEach(
                        user ->
                                milvaion.rest()
                                        .delete("api/v1/users/" + user.get("id").textValue())
                                        .expect(204));
    }

    @Test
    void whatIsExportedChangesNothing() throws Exception {
        var odd = "\"no\\n\\u2028 # 'x': - *y\"";
        var all =
                documents.job(
                                documents.named("a"),
                                DAILY,
                                "description: " + odd,
                                "active: false",
                                "jobData: {n: 1e400, s: " + odd + ", a: [[1, {}], []]}")
                        + documents.job(
                                documents.named("b"),
                                "schedule: none",
                                "concurrentExecutionPolicy: 2",
                                "maxConcurrent: 3")
                        + documents.job(
                                documents.named("c"),
                                "executeAt: 2090-01-01T00:00:00Z",
                                "timeZone: Europe/Berlin")
                        + documents.document(
                                "Role", documents.named("R"), "permissions: [Job.Read]");
        documents.apply("", all).expect(200);
        var path = "api/v1/export?label=team=" + documents.team;

        var yaml = milvaion.rest().get(path, "Accept", "application/yaml").expect(200);
        var json = milvaion.rest().get(path, "Accept", "application/json").expect(200);

        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.body()).doesNotContain("misfirePolicy").contains("schedule: none");
        assertThat(milvaion.rest().get(path, "Accept", "application/yaml").body())
                .isEqualTo(yaml.body());
        for (var answer :
                List.of(
                        documents.apply("", yaml.body()),
                        milvaion.rest().put(Documents.APPLY, "application/json", json.body()))) {
            assertThat(actions(answer)).as(answer.body()).hasSize(4).containsOnly("unchanged");
        }
        assertThat(milvaion.rest().get(path + "&kind=Role").body()).doesNotContain("kind: Job");
        milvaion.rest().get("api/v1/export?kind=Cat").expectProblem(400);
        var viewer = Person.with(URI.create(root.toString()), milvaion, "Viewer").login();
        viewer.get(path + "&kind=Role").expectProblem(403);
        assertThat(viewer.get(path).expect(200).body())
                .contains("kind: Job")
                .doesNotContain("kind: Role");
    }

    /** The page is true: what it prints can be applied. */
    @Test
    void theExampleOfThePageIsAppliedAsPrinted() throws Exception {
        var found =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();
        var example = found.group(1).replace("team: billing", "team: " + documents.team);

        assertThat(actions(documents.apply("", example)))
                .containsExactly("create", "create", "create", "create");
        assertThat(actions(documents.apply("", example))).containsOnly("unchanged");
    }

    private static JsonNode change(JsonNode plan, int step, String field) {
        return StreamSupport.stream(plan.at("/items/" + step + "/changes").spliterator(), false)
                .filter(change -> change.get("field").textValue().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
