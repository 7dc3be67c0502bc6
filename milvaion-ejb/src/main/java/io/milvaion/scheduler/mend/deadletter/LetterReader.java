package io.milvaion.scheduler.mend.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes from a dead-lettered message all that can be told about it. Never refuses any. */
final class LetterReader {

    private static final int BODY_LIMIT = 1 << 20;
    private static final int REASON_LIMIT = 4_000;
    private static final int NAME_LIMIT = 300;
    private static final int HEADERS_LIMIT = 64 << 10;

    /** What brokers add to a message that they dead-letter themselves. */
    private static final String DEATHS = "x-death";

    private static final Set<String> REPORT_QUEUES =
            Set.of(
                    BrokerNames.STATUS_QUEUE,
                    BrokerNames.LOG_QUEUE,
                    BrokerNames.REGISTRATION_QUEUE,
                    BrokerNames.HEARTBEAT_QUEUE,
                    BrokerNames.VERIFY_QUEUE);

    /** The routing key of a run: with or without a worker group. */
    private static final Pattern RUN =
            Pattern.compile(
                    "((?:[a-z0-9_-]+\\.)?[a-z0-9_-]+)\\.([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    private LetterReader() {}

    static Letter read(Delivery delivery) {
        var given = delivery.getProperties().getHeaders();
        Map<String, Object> headers = given == null ? Map.of() : given;
        var death = firstDeath(headers);
        var routingKey = routingKey(delivery, headers, death);
        var queue = queue(routingKey, death);
        var reason = reason(headers, death);
        var body = delivery.getBody();
        var tree = tree(body);
        boolean isRun = queue != null && queue.startsWith("jobs.");
        return new Letter(
                identity(delivery, queue, routingKey, reason),
                CleanText.utf16(queue, NAME_LIMIT),
                CleanText.utf16(routingKey, NAME_LIMIT),
                CleanText.utf16(reason, REASON_LIMIT),
                json(headers),
                body.length <= BODY_LIMIT ? body : Arrays.copyOf(body, BODY_LIMIT),
                body.length,
                isRun ? run(tree, routingKey) : reported(tree),
                isRun
                        ? tree.map(t -> t.path("attempt"))
                                .filter(JsonNode::isInt)
                                .map(JsonNode::intValue)
                                .orElse(null)
                        : null);
    }

    private static Map<?, ?> firstDeath(Map<String, Object> headers) {
        return headers.get(DEATHS) instanceof List<?> deaths
                        && !deaths.isEmpty()
                        && deaths.get(0) instanceof Map<?, ?> first
                ? first
                : Map.of();
    }

    private static String routingKey(
            Delivery delivery, Map<String, Object> headers, Map<?, ?> death) {
        var named = headers.get(BrokerNames.ROUTING_KEY_HEADER);
        if (named != null) {
            return named.toString();
        }
        if (death.get("routing-keys") instanceof List<?> keys && !keys.isEmpty()) {
            return String.valueOf(keys.get(0));
        }
        var own = delivery.getEnvelope().getRoutingKey();
        return own == null || own.isEmpty() ? null : own;
    }

    private static String queue(String routingKey, Map<?, ?> death) {
        if (death.get("queue") != null) {
            return death.get("queue").toString();
        }
        if (routingKey == null || REPORT_QUEUES.contains(routingKey)) {
            return routingKey;
        }
        var run = RUN.matcher(routingKey);
        return run.matches() ? BrokerNames.jobQueue(null, run.group(1)) : null;
    }

    private static String reason(Map<String, Object> headers, Map<?, ?> death) {
        var given = headers.get(BrokerNames.REASON_HEADER);
        if (given != null && !given.toString().isBlank()) {
            return given.toString();
        }
        return death.get("reason") == null
                ? "no reason was given"
                : "the broker dead-lettered it: " + death.get("reason");
    }

    private static Optional<JsonNode> tree(byte[] body) {
        try {
            return Optional.of(WireJson.read(body, JsonNode.class));
        } catch (PoisonMessage e) { // what it is here for
            return Optional.empty();
        }
    }

    private static Set<UUID> run(Optional<JsonNode> tree, String routingKey) {
        var inBody = tree.flatMap(t -> uuid(t.path("occurrenceId")));
        if (inBody.isPresent()) {
            return Set.of(inBody.get());
        }
        var run = RUN.matcher(routingKey == null ? "" : routingKey);
        return run.matches() ? Set.of(UUID.fromString(run.group(2))) : Set.of();
    }

    private static Set<UUID> reported(Optional<JsonNode> tree) {
        var ids = new LinkedHashSet<UUID>();
        for (var list : List.of("reports", "lines", "questions")) {
            tree.map(t -> t.path(list))
                    .ifPresent(
                            entries ->
                                    entries.forEach(
                                            e -> uuid(e.path("occurrenceId")).ifPresent(ids::add)));
        }
        return ids;
    }

    private static Optional<UUID> uuid(JsonNode node) {
        var run = RUN.matcher("x." + node.asText());
        return node.isTextual() && run.matches()
                ? Optional.of(UUID.fromString(run.group(2)))
                : Optional.empty();
    }

    private static String json(Map<String, Object> headers) {
        var text = new String(WireJson.write(HeaderValues.plain(headers)), StandardCharsets.UTF_8);
        return text.length() <= HEADERS_LIMIT
                ? text
                : new String(WireJson.write(Letter.tooLong(text.length())), StandardCharsets.UTF_8);
    }

    /** A message that comes again because nobody has acknowledged it has the same. */
    private static byte[] identity(
            Delivery delivery, String queue, String routingKey, String reason) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var properties = delivery.getProperties();
            for (Object part :
                    Arrays.asList(
                            queue,
                            routingKey,
                            reason,
                            properties.getMessageId(),
                            properties.getTimestamp())) {
                hash.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            return hash.digest(delivery.getBody());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
