package io.milvaion.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import io.milvaion.scheduler.ground.event.LiveEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the table in {@code docs/live-events.md} and the events that the code makes together. */
class LiveEventTypesTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/live-events.md");

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

    private static Map<String, Shape> made() throws ReflectiveOperationException, IOException {
        var shapes = new TreeMap<String, Shape>();
        for (var event : MadeEvents.all()) {
            shapes.merge(event.get("type").textValue(), shape(event), Shape::and);
        }
        return shapes;
    }

    private static Shape shape(JsonNode event) {
        var channels = new TreeSet<String>();
        event.get("channels")
                .forEach(
                        channel ->
                                channels.add(
                                        channel.textValue().replace("" + MadeEvents.ID, "<id>")));
        var members = new TreeSet<String>();
        event.path("data").fieldNames().forEachRemaining(members::add);
        return new Shape(channels, event.has("id"), members);
    }
}
