package io.milvaion.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static io.milvaion.tests.architecture.Production.CLASSES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One name for one thing: within a module a simple name says which class is meant. */
class SimpleNamesTest {

    static Stream<String> modules() {
        return Production.MODULES.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noTwoClassesHaveTheSameName(String module) {
        var classes = named(module, JavaClass::isTopLevelClass);

        assertThat(classes.collect(groupingBy(JavaClass::getSimpleName, names())).values())
                .isNotEmpty()
                .allMatch(sameName -> sameName.size() == 1);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noNestedClassHasTheNameOfAClass(String module) {
        var classes = named(module, JavaClass::isTopLevelClass);
        var taken = classes.map(JavaClass::getSimpleName).collect(toSet());

        assertThat(named(module, JavaClass::isMemberClass))
                .filteredOn(nested -> taken.contains(nested.getSimpleName()))
                .isEmpty();
    }

    private static Stream<JavaClass> named(String module, Predicate<JavaClass> condition) {
        return CLASSES.that(resideInAPackage(module)).stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(condition);
    }

    private static Collector<JavaClass, ?, Set<String>> names() {
        return mapping(JavaClass::getName, toSet());
    }
}
