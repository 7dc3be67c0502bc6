package io.milvaion.tests.declare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the schema says of documents is what happens when they are applied. */
@ExtendWith(ArquillianExtension.class)
class SchemaIT {

    private static final List<String> RIGHT =
            List.of(
                    "cronExpression: \"0 0 1 1 *\"",
                    "executeAt: \"2090-01-01T00:00:00Z\"",
                    "schedule: none",
                    "schedule: none\n  description:\n  maxRetries: null\n  active: null",
                    """
                    schedule: none
                      concurrentExecutionPolicy: parallel
                      maxConcurrent: 2
                      timeoutSeconds: 1
                      maxRetries: 100
                      retryBaseSeconds: 86400
                      misfirePolicy: skip
                      dstGap: skip
                      dstOverlap: both
                      onWorkerLost: unknown
                      onAbandoned: goOn
                      autoDisableAfter: 0
                      autoDisableWindowSeconds: 1
                      autoEnableAfterSeconds: 2592000
                      workerGroup: a
                      timeZone: UTC
                      description: d
                      jobData: {a: [1]}
                      active: false""");

    private static final List<String> WRONG =
            List.of(
                    "description: neither cron nor executeAt nor schedule",
                    "schedule: none\n  nextRunAt: \"2090-01-01T00:00:00Z\"",
                    "schedule: none\n  version: 1",
                    "schedule: none\n  Active: true",
                    "schedule: none\n  active: yes",
                    "schedule: none\n  maxRetries: 101",
                    "schedule: none\n  maxRetries: \"1\"",
                    "schedule: none\n  misfirePolicy: never",
                    "schedule: none\n  jobData: []",
                    "schedule: none\n  workerGroup: A",
                    "schedule: sometimes",
                    "schedule: none\n  description: [a]");

    /** As YAML 1.2 has it, in which {@code yes} is text; the schema library reads 1.1. */
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build();

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private Documents documents;
    private JsonNode text;
    private Schema schema;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
        documents = new Documents(milvaion);
        var stranger = new Rest(URI.create(root.toString()), null);
        text = stranger.get("schemas/document.json").expect(200).json();
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text.toString());
        stranger.get("schemas/other.json").expectProblem(404);
    }

    @AfterEach
    void prune() {
        documents.close();
        milvaion.close();
    }

    @Test
    void whatIsRightValidatesAndIsTaken() throws JsonProcessingException {
        for (var spec : RIGHT) {
            var document = documents.job(documents.named("a"), spec);
            assertThat(errors(document)).as(document).isEmpty();
            documents.apply("?dryRun=true", document).expect(200);
        }
        var role = documents.document("Role", documents.named("R"), "permissions: [Job.Read]");
        assertThat(errors(role)).isEmpty();
    }

    @Test
    void whatIsWrongDoesNotAndIsNot() throws JsonProcessingException {
        var wrong = new ArrayList<String>();
        WRONG.forEach(spec -> wrong.add(documents.job(documents.named("a"), spec)));
        var right = documents.job(documents.named("a"), RIGHT.get(0));
        wrong.add(right.replace("kind: Job", "kind: Cat"));
        wrong.add(right.replace("kind: Job", "kind: Role"));
        wrong.add(right.replaceFirst("name: ", "names: "));
        wrong.add(right.replaceFirst("name: ", "id: x\n  name: "));
        wrong.add(right.replaceFirst("jobType: noop", "jobType: No Op"));
        wrong.add(right.replaceFirst("displayName: .*", "tags2: []"));
        for (var document : wrong) {
            assertThat(errors(document)).as(document).isNotEmpty();
            documents.apply("?dryRun=true", document).expectProblem(400);
        }
    }

    @Test
    void everyFieldThatTheApiTakesIsThere() {
        var written = new ArrayList<String>();
        milvaion.rest()
                .get("openapi?format=JSON")
                .expect(200)
                .json()
                .at("/components/schemas/Job/properties")
                .properties()
                .forEach(
                        field -> {
                            if (!field.getValue().path("readOnly").asBoolean()) {
                                written.add(field.getKey());
                            }
                        });

        assertThat(text.at("/$defs/Job/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(Stream.of("displayName", "jobType"))
                .allMatch(name -> text.at("/$defs/Job/required").toString().contains(name));
    }

    private List<String> errors(String yaml) throws JsonProcessingException {
        return schema.validate(YAML.readTree(yaml)).stream().map(Object::toString).toList();
    }
}
