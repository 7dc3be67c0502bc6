package io.milvaion.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static io.milvaion.tests.architecture.Production.EJB;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.state.index.AfterCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of repeated calls in {@code docs/reliability.md} and the code together. */
class AfterCommitTableTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/reliability.md");

    private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+\\.\\w+)`");

    @Test
    void theTableHasEachRepeatedCallAndNoOther() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(5).isEqualTo(repeated());
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## What follows a commit"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(cell -> METHOD.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> repeated() {
        return CLASSES.that(resideInAPackage(EJB)).stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(AfterCommitTableTest::isRepeated)
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRepeated(JavaCodeUnit method) {
        return withOwnThatItCalls(method).stream()
                .flatMap(own -> own.getCallsFromSelf().stream())
                .map(JavaAccess::getTarget)
                .anyMatch(AfterCommitTableTest::repeats);
    }

    private static boolean repeats(AccessTarget called) {
        return called.getFullName().startsWith(AfterCommit.class.getName() + ".call(")
                || called.getFullName().startsWith(Redis.class.getName() + ".repeated(");
    }

    /** The method and what it calls of its class, at any depth. */
    private static Set<JavaCodeUnit> withOwnThatItCalls(JavaCodeUnit method) {
        var found = new HashSet<JavaCodeUnit>();
        var open = new ArrayDeque<>(Set.of(method));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(calledOfItsClass(next));
            }
        }
        return found;
    }

    private static Set<JavaCodeUnit> calledOfItsClass(JavaCodeUnit method) {
        var called =
                method.getCallsFromSelf().stream()
                        .map(call -> call.getTarget().getFullName())
                        .collect(Collectors.toSet());
        return method.getOwner().getCodeUnits().stream()
                .filter(own -> called.contains(own.getFullName()))
                .collect(Collectors.toSet());
    }
}
