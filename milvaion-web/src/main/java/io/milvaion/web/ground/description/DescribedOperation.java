package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.description.Problems.Refused;
import io.milvaion.web.ground.once.Confidential;
import io.milvaion.web.ground.once.Keyed;
import io.milvaion.web.ground.outdated.Outdated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation of the description, which is completed with what its method says. */
final class DescribedOperation {

    private final ResourceMethod method;
    private final ObjectNode schemas;
    private final ObjectNode path;
    private final ObjectNode operation;

    DescribedOperation(ObjectNode document, ResourceMethod method) {
        this.method = method;
        schemas = (ObjectNode) document.at("/components/schemas");
        path = (ObjectNode) document.get("paths").get(method.path());
        operation = (ObjectNode) path.get(method.verb().toLowerCase(Locale.ROOT));
    }

    void complete() {
        if (!operation.has("operationId")) {
            operation.put("operationId", method.operationId());
        }
        access();
        if (takesKey()) {
            operation.withArray("parameters").add(Parameters.idempotencyKey());
        }
        Parameters.complete(operation.path("parameters"));
        body();
        patched();
        answers();
        refusals();
    }

    private void access() {
        var needs = method.annotation(Needs.class);
        if (needs == null) {
            operation.withArray("security");
            describe("For anybody.");
        } else if (needs.value().length == 0) {
            describe("For whoever has logged in.");
        } else {
            var needed = Arrays.stream(needs.value()).map(Permission::id).toList();
            var permissions = operation.putArray("x-permission");
            needed.forEach(permissions::add);
            describe("Needs the permission " + String.join(" and ", needed) + ".");
        }
    }

    private void describe(String access) {
        var own = operation.path("description").asText();
        var sentence = own.isEmpty() || own.endsWith(".") ? own : own + ".";
        operation.put("description", (sentence + " " + access).strip());
    }

    private boolean takesKey() {
        return method.method().isAnnotationPresent(Keyed.class)
                || (method.verb().equals("POST")
                        && !method.method().isAnnotationPresent(Confidential.class));
    }

    /** What is read as bytes may be absent; each type that is consumed has the same schema. */
    private void body() {
        if (operation.get("requestBody") instanceof ObjectNode body) {
            boolean bytes =
                    Arrays.asList(method.method().getParameterTypes()).contains(byte[].class);
            body.put("required", !bytes);
            var content = (ObjectNode) body.get("content");
            var first = content.elements().next();
            for (var type : consumed()) {
                if (!content.has(type)) {
                    content.set(type, first.deepCopy());
                }
            }
        }
    }

    private String[] consumed() {
        var consumes = method.annotation(Consumes.class);
        return consumes == null ? new String[0] : consumes.value();
    }

    /** A patch may leave out whatever it does not change, and a check is told what is missing. */
    private void patched() {
        if (!method.verb().equals("PATCH") && !method.path().endsWith("/check")) {
            return;
        }
        for (var schema : operation.at("/requestBody/content").findValues("schema")) {
            var name = schema.path("$ref").asText().replace(Schemas.PREFIX, "");
            if (schemas.path(name).has("required")) {
                var patch = name.replaceFirst("Input$", "") + "Patch";
                schemas.set(patch, ((ObjectNode) schemas.get(name)).deepCopy().without("required"));
                ((ObjectNode) schema).put("$ref", Schemas.PREFIX + patch);
            }
        }
    }

    private void answers() {
        var responses = operation.withObject("responses");
        if (method.method().getReturnType() == void.class) {
            responses.removeAll();
            responses.putObject("204").put("description", "Done");
        }
        if (isVersioned() && method.verb().equals("GET")) {
            DescribedHeaders.addTo(responses.putObject("304"), DescribedHeaders.ETAG);
            responses.withObject("304").put("description", "What the client has is what is there");
        }
        for (JsonNode described : withTexts(responses)) {
            var answer = (ObjectNode) described;
            if (Stream.of("201", "202", "303").anyMatch(responses::has)) {
                DescribedHeaders.addTo(answer, DescribedHeaders.LOCATION);
            }
            if ((isVersioned() || isMadeInVersions(responses)) && answer.has("content")) {
                DescribedHeaders.addTo(answer, DescribedHeaders.ETAG);
            }
            if (method.method().isAnnotationPresent(Outdated.class)) {
                DescribedHeaders.OUTDATED.forEach(header -> DescribedHeaders.addTo(answer, header));
            }
        }
    }

    /** What is written in another form than JSON is text. */
    private static ObjectNode withTexts(ObjectNode responses) {
        for (var content : responses.findValues("content")) {
            withoutParameters((ObjectNode) content);
            for (var type : content.properties()) {
                if (!type.getKey().endsWith("json") || type.getKey().endsWith("ndjson")) {
                    ((ObjectNode) type.getValue()).putObject("schema").put("type", "string");
                }
            }
        }
        return responses;
    }

    /** A charset is part of an answer, and none of its type. */
    private static void withoutParameters(ObjectNode content) {
        for (var type : List.copyOf(content.properties())) {
            if (type.getKey().contains(";")) {
                content.set(type.getKey().replaceFirst(";.*", ""), content.remove(type.getKey()));
            }
        }
    }

    /** Whether something at this address is changed in the version that was read. */
    private boolean isVersioned() {
        return method.method().isAnnotationPresent(Tagged.class) || isChangedByVersion();
    }

    /** Whether what is made here is changed in the version that was read. */
    private boolean isMadeInVersions(ObjectNode responses) {
        return responses.has("201")
                && Arrays.stream(method.method().getDeclaringClass().getMethods())
                        .flatMap(other -> Arrays.stream(other.getParameters()))
                        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                        .anyMatch(header -> header != null && header.value().equals("If-Match"));
    }

    private boolean isChangedByVersion() {
        return StreamSupport.stream(path.spliterator(), false)
                .flatMap(
                        other ->
                                StreamSupport.stream(other.path("parameters").spliterator(), false))
                .anyMatch(parameter -> parameter.path("name").asText().equals("If-Match"));
    }

    private void refusals() {
        var responses = operation.withObject("responses");
        for (var refused : refused()) {
            if (!responses.has(refused.status())) {
                responses.putObject(refused.status()).put("$ref", refused.reference());
            }
        }
    }

    private Set<Refused> refused() {
        boolean writes = !method.verb().equals("GET");
        var all =
                EnumSet.of(
                        Refused.BAD_REQUEST,
                        Refused.UNAUTHENTICATED,
                        Refused.TOO_MANY,
                        Refused.UNAVAILABLE);
        add(all, writes || method.method().isAnnotationPresent(Needs.class), Refused.FORBIDDEN);
        add(all, method.path().contains("{"), Refused.NOT_FOUND);
        add(all, writes, Refused.CONFLICT);
        add(all, hasHeader("If-Match"), Refused.STALE);
        if (method.method().isAnnotationPresent(Consumes.class)) {
            all.addAll(Set.of(Refused.TOO_LARGE, Refused.UNKNOWN_TYPE));
        }
        add(all, takesKey(), Refused.CONTRADICTION);
        return all;
    }

    private static void add(Set<Refused> all, boolean may, Refused refused) {
        if (may) {
            all.add(refused);
        }
    }

    private boolean hasHeader(String name) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals(name));
    }
}
