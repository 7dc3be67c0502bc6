package io.milvaion.web.ground.description;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method of a resource.
 *
 * @param verb of HTTP
 * @param path as the description has it
 */
record ResourceMethod(String verb, String path, Method method) {

    private static final String ROOT = "/api/v1";
    private static final String SUFFIX = "Resource.class";

    /** All of them, from a directory of classes. */
    static List<ResourceMethod> in(java.nio.file.Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .flatMap(name -> of(load(name)))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        var name = file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    private static Stream<ResourceMethod> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(
                        method ->
                                verb(method).stream()
                                        .map(
                                                verb ->
                                                        new ResourceMethod(
                                                                verb, path(method), method)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        var own = method.getAnnotation(Path.class);
        var all = method.getDeclaringClass().getAnnotation(Path.class).value();
        return ROOT + all + (own == null ? "" : own.value().replaceFirst("^/?", "/"));
    }

    <A extends Annotation> A annotation(Class<A> type) {
        return method.getAnnotation(type);
    }

    /** {@code listJobs} for {@code JobResource.list}. */
    String operationId() {
        var noun = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        return method.getName() + (method.getName().equals("list") ? plural(noun) : noun);
    }

    private static String plural(String noun) {
        return noun.replaceFirst("(?<=[^aeo])y$", "ie") + "s";
    }
}
