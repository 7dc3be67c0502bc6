package io.milvaion.tests.architecture;

import static io.milvaion.tests.architecture.Production.CLASSES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.event.LiveEvent;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of each type that the code makes, with a value for each member. */
final class MadeEvents {

    static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private MadeEvents() {}

    /** Calls each method that makes events, once for each state that an occurrence can be in. */
    static List<JsonNode> all() throws ReflectiveOperationException, IOException {
        var events = new ArrayList<JsonNode>();
        for (Method method : makers()) {
            for (var state : OccurrenceState.values()) {
                if (state != OccurrenceState.SKIPPED) { // never the state of an occurrence
                    events.add(event(method, state));
                }
            }
        }
        return events;
    }

    private static List<Method> makers() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Events"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getRawReturnType().isEquivalentTo(LiveEvent.class))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .sorted(Comparator.comparing(JavaMethod::getFullName)) // always the same document
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
                .readTree(((LiveEvent) method.invoke(null, arguments.toArray())).json());
    }

    /** Any value that is not null, so that no member is left out; a text is a level of logs. */
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
