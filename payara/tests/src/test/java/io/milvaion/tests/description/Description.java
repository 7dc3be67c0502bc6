package io.milvaion.tests.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The description that the build has made, as a judge of exchanges. */
public final class Description {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "https://milvaion.example/openapi";
    private static final int MOST = 2_000;

    /** Its words are described; the numbers that they had are taken for good. */
    private static final String NUMBERED = "/concurrentExecutionPolicy";

    private static final Description BUILT = new Description();

    /** What any address may answer: a method or a form that it has not, a host that is not ours. */
    private static final Set<Integer> ANYWHERE = Set.of(405, 406, 421);

    private final JsonNode document;
    private final SchemaRegistry schemas;
    private final Set<String> seen = new TreeSet<>();
    private final Map<String, String> undescribed = new TreeMap<>();

    private Description() {
        try (var file = Description.class.getResourceAsStream("/description/openapi.json")) {
            document = JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var strict = (ObjectNode) document.deepCopy();
        strict.at("/components/schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals("Problem")) // each kind has its own
                .forEach(schema -> close(schema.getValue()));
        schemas =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(Map.of(ROOT, strict.toString()))
                                        .schemaRegistryConfig(
                                                SchemaRegistryConfig.builder()
                                                        .formatAssertionsEnabled(true)
                                                        .build()));
    }

    /** The one of this build. */
    public static Description ofBuild() {
        return BUILT;
    }

    /** An answer may gain members for clients, but here none that nobody has described. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** All operations, by their ids. */
    Set<String> operations() {
        return Set.copyOf(document.get("paths").findValuesAsText("operationId"));
    }

    /** Those that have done what they are for. */
    synchronized Set<String> seen() {
        return Set.copyOf(seen);
    }

    /**
     * Remembers what the description does not allow in this exchange. That fails the last test,
     * with everything at once, and not each of those that were answered so.
     */
    public void check(Exchange exchange) {
        try {
            examine(exchange);
        } catch (AssertionError e) {
            note(e.getMessage());
        }
    }

    /** By what is wrong where, once. */
    private synchronized void note(String fault) {
        var what = fault.replaceFirst("(?s) [{\n].*", "").replaceAll("[0-9a-f-]{36}", "{id}");
        undescribed.putIfAbsent(what, fault.substring(0, Math.min(fault.length(), MOST)));
    }

    /** What was not as it is described, an example of each. */
    synchronized Collection<String> undescribed() {
        return List.copyOf(undescribed.values());
    }

    private void examine(Exchange exchange) {
        for (var path : document.get("paths").properties()) {
            var form = Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+"));
            var verb = exchange.method().toLowerCase(Locale.ROOT);
            if (form.matcher(exchange.path()).matches() && path.getValue().has(verb)) {
                check(exchange, "/paths/" + path.getKey().replace("/", "~1") + "/" + verb);
                return;
            }
        }
        if (exchange.path().startsWith("/api/")) {
            assertThat(exchange.status()).as("not described: %s", exchange).isGreaterThan(399);
        }
    }

    private void check(Exchange exchange, String pointer) {
        if (ANYWHERE.contains(exchange.status())) {
            return;
        }
        var responses = pointer + "/responses/" + exchange.status();
        var response = document.at(responses);
        assertThat(response.isMissingNode()).as("this status of %s", exchange).isFalse();
        var reference = response.path("$ref").asText();
        checkAnswer(exchange, reference.isEmpty() ? responses : reference.substring(1));
        if (exchange.isDone()) {
            checkQuery(exchange, pointer + "/parameters");
            checkBody(exchange, pointer + "/requestBody");
            noteSeen(document.at(pointer + "/operationId").textValue());
        }
    }

    private synchronized void noteSeen(String operation) {
        seen.add(operation);
    }

    private void checkAnswer(Exchange exchange, String pointer) {
        var response = document.at(pointer);
        Stream.of("ETag", "Location", exchange.isDone() ? "Deprecation" : "Retry-After")
                .filter(name -> exchange.header().apply(name) != null)
                .forEach(
                        name ->
                                assertThat(response.path("headers").has(name))
                                        .as("the header %s of %s", name, exchange)
                                        .isTrue());
        var content = response.path("content");
        if (exchange.received().isEmpty()) {
            assertThat(content.isEmpty()).as("a body of %s", exchange).isTrue();
            return;
        }
        var type = exchange.mediaType().orElse("");
        assertThat(content.has(type)).as("the type %s of %s", type, exchange).isTrue();
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            assertThat(faults(pointer + "/content/" + type.replace("/", "~1"), exchange.received()))
                    .as("the answer of %s", exchange)
                    .isEmpty();
        }
    }

    private void checkQuery(Exchange exchange, String pointer) {
        assertThat(document.at(pointer).findValuesAsText("name"))
                .as("the parameters of %s", exchange)
                .containsAll(exchange.parameters());
    }

    /** A body that was taken is of the type that is described first, which all others equal. */
    private void checkBody(Exchange exchange, String pointer) {
        var content = document.at(pointer).path("content");
        if (exchange.sent() == null) {
            assertThat(document.at(pointer).path("required").asBoolean())
                    .as("%s", exchange)
                    .isFalse();
            return;
        }
        if (content.isEmpty()) { // nobody reads it
            return;
        }
        var type = content.fieldNames().next();
        boolean whole = exchange.method().equals("PUT"); // as it was read, read-only members too
        assertThat(faults(pointer + "/content/" + type.replace("/", "~1"), exchange.sent()))
                .filteredOn(fault -> !fault.getInstanceLocation().toString().endsWith(NUMBERED))
                .filteredOn(fault -> !whole || !fault.getKeyword().equals("additionalProperties"))
                .as("the body of %s", exchange)
                .isEmpty();
    }

    private List<Error> faults(String pointer, String text) {
        try {
            return schemas.getSchema(SchemaLocation.of(ROOT + "#" + pointer + "/schema"))
                    .validate(JSON.readTree(text));
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
