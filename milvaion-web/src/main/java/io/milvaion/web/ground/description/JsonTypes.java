package io.milvaion.web.ground.description;

import io.milvaion.web.ground.problem.Problem;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * The records, and the words in them, that requests and answers are made of, by the names of their
 * schemas.
 *
 * @param read from bodies
 * @param written into answers
 */
record JsonTypes(Map<String, Class<?>> read, Map<String, Class<?>> written) {

    static JsonTypes of(List<ResourceMethod> methods) {
        var records = new JsonTypes(new TreeMap<>(), new TreeMap<>());
        visit(Problem.class, records.written);
        for (var method : methods) {
            bodies(method).forEach(type -> visit(type, records.read));
            answers(method).forEach(type -> visit(type, records.written));
        }
        return records;
    }

    private static Stream<Type> bodies(ResourceMethod method) {
        return Stream.concat(
                        Stream.<AnnotatedElement>of(method.method()),
                        Arrays.stream(method.method().getParameters()))
                .map(element -> element.getAnnotation(RequestBody.class))
                .filter(body -> body != null)
                .flatMap(body -> Arrays.stream(body.content()))
                .map(content -> content.schema().implementation());
    }

    private static Stream<Type> answers(ResourceMethod method) {
        var schema = method.annotation(APIResponseSchema.class);
        return Stream.concat(
                Stream.of(schema == null ? method.method().getGenericReturnType() : schema.value()),
                Arrays.stream(method.method().getAnnotationsByType(APIResponse.class))
                        .flatMap(response -> Arrays.stream(response.content()))
                        .map(content -> content.schema().implementation()));
    }

    private static void visit(Type type, Map<String, Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            visit(generic, found);
        } else if (type instanceof Class<?> some && (some.isRecord() || some.isEnum())) {
            var known = found.put(name(some), some);
            if (known == null && some.isRecord()) {
                components(some, found);
            } else if (known != null && known != some) {
                throw new IllegalStateException("one name of two schemas: " + some + ", " + known);
            }
        }
    }

    private static void visit(ParameterizedType generic, Map<String, Class<?>> found) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        if (raw.isRecord() && arguments[0] instanceof Class<?> argument) {
            found.put(name(raw) + argument.getSimpleName(), raw); // as the scanner does
            components(raw, found);
        }
        Arrays.stream(arguments).forEach(argument -> visit(argument, found));
    }

    private static void components(Class<?> type, Map<String, Class<?>> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            visit(component.getGenericType(), found);
        }
    }

    private static String name(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }
}
