package io.milvaion.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.event.LiveEvent;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table in {@code docs/live-events.md} and the events that the code makes together. */
class LiveEventTypesTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/live-events.md");

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    /** What the table says of a type, or the code. */
    private record Shape(Set<String> channels, boolean subject, Set<String> members) {

        Shape and(Shape other) {
            return new Shape(
                    union(channels, other.channels),
                    subject || other.subject,
                    union(members, other.members));
        }

        private static Set<String> union(Set<String> some, Set<String> others) {
            var all = new TreeSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    @Test
    void theTableHasEachTypeThatTheCodeMakesAndNoOther() throws Exception {
        assertThat(made()).hasSizeGreaterThan(20).containsExactlyEntriesOf(documented());
    }

    @Test
    void eventsAreMadeWhereTheTestFindsThem() {
        noClasses()
                .that(describe("are no place of events", type -> !makesEvents(type)))
                .should()
                .callCodeUnitWhere(
                        target(owner(JavaClass.Predicates.type(LiveEvent.class)))
                                .and(describe("makes an event", LiveEventTypesTest::makesEvent)))
                .check(CLASSES);
    }

    private static boolean makesEvents(JavaClass type) {
        return type.getSimpleName().endsWith("Events") || type.isEquivalentTo(LiveEvent.class);
    }

    private static boolean makesEvent(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget called = call.getTarget();
        return called.getName().equals("<init>")
                || called.getRawReturnType().isEquivalentTo(LiveEvent.class);
    }

    private static Map<String, Shape> documented() throws IOException {
        var shapes = new TreeMap<String, Shape>();
        Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.startsWith("| Type |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .forEach(
                        cell ->
                                assertThat(
                                                shapes.put(
                                                        cell[1].strip().replace("`", ""),
                                                        new Shape(
                                                                words(cell[2]),
                                                                !cell[3].strip().equals("–"),
                                                                words(cell[4]))))
                                        .as("a second row of " + cell[1])
                                        .isNull());
        return shapes;
    }

    private static Set<String> words(String cell) {
        var words = new TreeSet<>(List.of(cell.strip().replace("`", "").split(" ")));
        words.remove("");
        return words;
    }

    /** Calls each method that makes events, once for each state that an occurrence can be in. */
    private static Map<String, Shape> made() throws ReflectiveOperationException, IOException {
        var shapes = new TreeMap<String, Shape>();
        for (Method method : makers()) {
            for (var state : OccurrenceState.values()) {
                if (state != OccurrenceState.SKIPPED) { // never the state of an occurrence
                    var event = event(method, state);
                    shapes.merge(event.get("type").textValue(), shape(event), Shape::and);
                }
            }
        }
        return shapes;
    }

    private static List<Method> makers() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Events"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isEquivalentTo(LiveEvent.class))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .map(JavaMethod::reflect)
                .toList();
    }

    private static JsonNode event(Method method, OccurrenceState state)
            throws ReflectiveOperationException, IOException {
        method.setAccessible(true);
        var arguments = new ArrayList<>();
        for (var type : method.getParameterTypes()) {
            arguments.add(sample(type, state));
        }
        return new ObjectMapper()
                .readTree(WireJson.write(method.invoke(null, arguments.toArray())));
    }

    private static Shape shape(JsonNode event) {
        var channels = new TreeSet<String>();
        event.get("channels")
                .forEach(channel -> channels.add(channel.textValue().replace("" + ID, "<id>")));
        var members = new TreeSet<String>();
        event.path("data").fieldNames().forEachRemaining(members::add);
        return new Shape(channels, event.has("id"), members);
    }

    /**
     * Any value that is not null, so that no member is left out; a text is good as a level, too.
     */
    private static Object sample(Class<?> type, OccurrenceState state)
            throws ReflectiveOperationException {
        if (type == OccurrenceState.class) {
            return state;
        }
        if (type.isRecord()) {
            return sampleRecord(type, state);
        }
        return Stream.<Object>of(
                        ID, "INFO", Instant.EPOCH, Duration.ZERO, 1, 1L, true, Map.of("text", 1))
                .filter(value -> boxed(type).isInstance(value))
                .findFirst()
                .orElseGet(() -> type.getEnumConstants()[0]);
    }

    private static Object sampleRecord(Class<?> type, OccurrenceState state)
            throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(sample(component.getType(), state));
        }
        var constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
