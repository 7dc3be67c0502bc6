package io.milvaion.web.ground.description;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object that a record is written as.
 *
 * @param always whether it is there also when it has no value
 * @param nullable whether it may be there without a value
 */
record Member(String name, boolean always, boolean nullable) {

    /** Those of a record, in its order; then what it is called otherwise, too. */
    static Stream<Member> of(Class<?> type) {
        return Stream.concat(
                Arrays.stream(type.getRecordComponents())
                        .flatMap(
                                component ->
                                        has(component, JsonUnwrapped.class)
                                                ? of(component.getType())
                                                : Stream.of(of(type, component))),
                Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass().isInterface())
                        .filter(method -> method.isAnnotationPresent(JsonProperty.class))
                        .map(method -> new Member(method.getName(), true, false)));
    }

    private static Member of(Class<?> type, RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        boolean always =
                isAlways(type.getAnnotation(JsonInclude.class))
                        && isAlways(component.getAccessor().getAnnotation(JsonInclude.class))
                        && !has(component, JsonAnyGetter.class);
        return new Member(
                named == null || named.value().isEmpty() ? component.getName() : named.value(),
                always,
                always && component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static boolean isAlways(JsonInclude include) {
        return include == null || include.value() == JsonInclude.Include.ALWAYS;
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> type) {
        return component.getAccessor().isAnnotationPresent(type);
    }
}
