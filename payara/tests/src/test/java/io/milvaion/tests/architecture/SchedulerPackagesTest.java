package io.milvaion.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map in {@code docs/architecture.md}: wings, rooms, and which way their arrows go. */
class SchedulerPackagesTest {

    private static final String SCHEDULER = "io.milvaion.scheduler.";
    private static final String WEB = "io.milvaion.web.";

    /** Each wing, and those that it may know. */
    static Stream<List<List<String>>> wings() {
        return Stream.of(
                wing("time"),
                wing("ground"),
                wing("people", "ground"),
                wing("state", "ground", "time"),
                wing("job", "state", "ground", "time"),
                wing("run", "job", "state", "ground", "time"),
                wing("mend", "run", "job", "state", "people", "ground", "time"),
                wing("declare", "job", "people", "state", "ground", "time"),
                wing("see", "run", "job", "state", "ground", "time"));
    }

    private static List<List<String>> wing(String name, String... known) {
        return List.of(List.of(name), List.of(known));
    }

    @ParameterizedTest
    @MethodSource("wings")
    void wingKnowsOnlyWhatLiesBelow(List<List<String>> wing) {
        var allowed = new ArrayList<>(wing.get(0));
        allowed.addAll(wing.get(1));
        var packages = allowed.stream().map(name -> SCHEDULER + name + "..").toList();
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + wing.get(0).get(0) + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(SCHEDULER + ".")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        packages.toArray(String[]::new)))))
                .check(CLASSES);
    }

    @Test
    void everyClassLivesInARoomOfAKnownWing() {
        var rooms =
                wings().map(wing -> SCHEDULER + wing.get(0).get(0) + ".*").toArray(String[]::new);

        assertThat(CLASSES.that(resideInAPackage(SCHEDULER + ".")))
                .allMatch(type -> resideInAnyPackage(rooms).test(type) || isPage(type));
    }

    private static boolean isPage(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEDULER, WEB})
    void wingsHaveNoCycles(String root) {
        slices().matching(root + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEDULER, WEB})
    void roomsHaveNoCycles(String root) {
        slices().matching(root + "(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void timetablesArePureJava() {
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + "time..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.not(
                                resideInAnyPackage(
                                        "java..",
                                        "com.cronutils..",
                                        "de.focus_shift.jollyday..",
                                        "biweekly..",
                                        SCHEDULER + "time..")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tracking", "worker", "verify", "trigger"})
    void dispatchMeetsOthersInTheStateOfRunsOnly(String other) {
        neverMeet("dispatch", other);
        neverMeet(other, "dispatch");
    }

    private static void neverMeet(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(SCHEDULER + "run." + one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SCHEDULER + "run." + other)
                .check(CLASSES);
    }
}
