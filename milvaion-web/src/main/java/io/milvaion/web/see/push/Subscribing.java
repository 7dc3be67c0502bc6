package io.milvaion.web.see.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milvaion.scheduler.people.role.Rights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client asks for. */
record Subscribing(List<String> subscribe, List<String> unsubscribe) {

    /** Channels of one client at most. */
    static final int LIMIT = 200;

    private static final Set<String> MEMBERS = Set.of("subscribe", "unsubscribe");

    private static final ObjectReader STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    /** The message cannot be followed; its text says why and changes nothing. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    static Subscribing parse(String text) throws Refused {
        JsonNode message;
        try {
            message = STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused("the message is not JSON, or names a member twice");
        }
        if (!message.isObject() || message.isEmpty()) {
            throw new Refused("the message must be {\"subscribe\":[…]} or {\"unsubscribe\":[…]}");
        }
        for (Map.Entry<String, JsonNode> member : message.properties()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new Refused("unknown member \"" + shown(member.getKey()) + "\"");
            }
        }
        return new Subscribing(channels(message, "subscribe"), channels(message, "unsubscribe"));
    }

    /** Itself, unless a channel needs a permission that the client has not. */
    Subscribing permittedTo(Rights rights) throws Refused {
        for (String channel : subscribe) {
            var needed = Channel.permission(channel);
            if (!rights.include(needed)) {
                throw new Refused(channel + " needs the permission " + needed.id());
            }
        }
        return this;
    }

    /** The channels of a client after this message. */
    Set<String> appliedTo(Set<String> before) throws Refused {
        var after = new HashSet<>(before);
        unsubscribe.forEach(after::remove);
        after.addAll(subscribe);
        if (after.size() > LIMIT) {
            throw new Refused("more than " + LIMIT + " channels");
        }
        return Set.copyOf(after);
    }

    private static List<String> channels(JsonNode message, String member) throws Refused {
        if (!message.has(member)) {
            return List.of();
        }
        if (!message.get(member).isArray()) {
            throw new Refused("\"" + member + "\" must be an array of channels");
        }
        var names = new ArrayList<String>();
        for (JsonNode name : message.get(member)) {
            if (!name.isTextual()) {
                throw new Refused("\"" + member + "\" must hold text only");
            }
            names.add(
                    Channel.named(name.textValue())
                            .orElseThrow(
                                    () ->
                                            new Refused(
                                                    "no channel \""
                                                            + shown(name.textValue())
                                                            + "\"")));
        }
        return names;
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
