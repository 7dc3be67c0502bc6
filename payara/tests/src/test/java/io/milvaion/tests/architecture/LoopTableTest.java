package io.milvaion.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.milvaion.platform.loop.Loop;
import jakarta.ejb.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of loops in {@code docs/architecture.md} and the code together. */
class LoopTableTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/architecture.md");

    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void theTableHasEachClassThatMakesALoopAndNoOther() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(10).isEqualTo(makers());
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## Loops"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> CLASS_NAME.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> makers() {
        return CLASSES.that(not(resideInAPackage(Loop.class.getPackageName()))).stream()
                .filter(type -> makesLoop(type) || hasTimer(type))
                .map(LoopTableTest::topLevel)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean makesLoop(JavaClass type) {
        return type.getCodeUnitCallsFromSelf().stream()
                .map(JavaAccess::getTarget)
                .filter(called -> called.getOwner().isEquivalentTo(Loop.class))
                .anyMatch(
                        called ->
                                called.getName().equals("<init>")
                                        || Set.of("every", "atRate", "hourly")
                                                .contains(called.getName()));
    }

    /** A timer of the container. */
    private static boolean hasTimer(JavaClass type) {
        return type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Schedule.class));
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(LoopTableTest::topLevel).orElse(type);
    }
}
