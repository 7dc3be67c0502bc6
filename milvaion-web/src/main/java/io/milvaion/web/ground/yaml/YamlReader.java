package io.milvaion.web.ground.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.web.ground.json.ApiJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML documents as trees, from the parser's events: what the parser makes of them has no
 * limit of depth, and other types. Refuses keys that are no text or come twice, tags and merge
 * keys, and what aliases make larger than {@value #MAX_SIZE} characters.
 */
public final class YamlReader {

    private static final int MAX_SIZE = 32 * 1024 * 1024;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final List<JsonNode> documents = new ArrayList<>();
    private final Anchors anchors = new Anchors();
    private long size;

    private YamlReader(String text) {
        var settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Reads all documents; those in which there is nothing are left out.
     *
     * @throws InvalidInput saying what is wrong, with line and column
     */
    public static List<JsonNode> read(byte[] body) {
        try {
            var reader = new YamlReader(ApiJson.decode(body));
            reader.readAll();
            return reader.documents;
        } catch (MarkedYamlEngineException e) {
            throw malformed(e.getProblemMark(), e.getProblem());
        } catch (YamlEngineException e) {
            throw malformed(Optional.empty(), e.getMessage().lines().findFirst().orElse(""));
        }
    }

    static InvalidInput malformed(Optional<Mark> at, String problem) {
        var place =
                at.map(m -> " at line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1));
        return new InvalidInput("", "The YAML is malformed" + place.orElse("") + ": " + problem);
    }

    private static InvalidInput malformed(Event event, String problem) {
        return malformed(event.getStartMark(), problem);
    }

    private void readAll() {
        while (events.hasNext()) {
            if (events.next().getEventId() == Event.ID.DocumentStart) {
                anchors.clear();
                var document = node(events.next(), 0);
                if (!document.isNull()) {
                    documents.add(document);
                }
            }
        }
    }

    private JsonNode node(Event event, int depth) {
        if (depth > ApiJson.MAX_DEPTH) {
            throw malformed(event, "more than " + ApiJson.MAX_DEPTH + " levels");
        }
        long before = size;
        grow(event, 1);
        if (event instanceof AliasEvent alias) {
            var known = anchors.require(alias);
            grow(event, known.size());
            return known.node();
        }
        var node = read(event, depth);
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(name -> anchors.put(name, node, size - before));
        }
        return node;
    }

    private JsonNode read(Event event, int depth) {
        if (event instanceof ScalarEvent scalar) {
            grow(event, scalar.getValue().length());
            return Scalars.read(scalar);
        }
        return event instanceof MappingStartEvent mapping
                ? object(mapping, depth)
                : array((SequenceStartEvent) event, depth);
    }

    private JsonNode object(MappingStartEvent start, int depth) {
        Scalars.refuseTag(start, start.getTag(), "tag:yaml.org,2002:map");
        var object = NODES.objectNode();
        for (var next = events.next();
                next.getEventId() != Event.ID.MappingEnd;
                next = events.next()) {
            var key = Scalars.key(next);
            if (object.has(key)) {
                throw malformed(next, "the key " + key + " comes twice");
            }
            grow(next, key.length());
            object.set(key, node(events.next(), depth + 1));
        }
        return object;
    }

    private JsonNode array(SequenceStartEvent start, int depth) {
        Scalars.refuseTag(start, start.getTag(), "tag:yaml.org,2002:seq");
        var array = NODES.arrayNode();
        for (var next = events.next();
                next.getEventId() != Event.ID.SequenceEnd;
                next = events.next()) {
            array.add(node(next, depth + 1));
        }
        return array;
    }

    private void grow(Event event, long by) {
        size += by;
        if (size > MAX_SIZE) {
            throw malformed(event, "aliases make this larger than " + MAX_SIZE + " characters");
        }
    }
}
