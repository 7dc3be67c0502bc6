package io.milvaion.web.ground.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the descriptions that are served; the build runs it when the classes are compiled. */
public final class Describe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build();

    private Describe() {}

    /**
     * @param args what was scanned, where the classes are, where the description goes
     */
    public static void main(String[] args) throws IOException {
        var methods = ResourceMethod.in(Path.of(args[1]));
        var document = (ObjectNode) JSON.readTree(Path.of(args[0]).toFile());
        complete(document, methods);
        var directory = Files.createDirectories(Path.of(args[2]));
        write(document, directory, "openapi");
        write(JSON.readTree(directory.resolve("asyncapi.json").toFile()), directory, "asyncapi");
    }

    private static void write(JsonNode document, Path directory, String name) throws IOException {
        Files.writeString(directory.resolve(name + ".json"), text(JSON, document));
        Files.writeString(directory.resolve(name + ".yaml"), text(YAML, document));
    }

    /** In this order: examples are made of schemas that are complete. */
    private static void complete(ObjectNode document, List<ResourceMethod> methods) {
        new Schemas(document, JsonTypes.of(methods)).complete();
        new Problems(document).define();
        new DescribedHeaders(document).define();
        methods.forEach(method -> new DescribedOperation(document, method).complete());
        new Examples(document).add();
        Unused.drop(document);
    }

    private static String text(ObjectMapper form, JsonNode document)
            throws JsonProcessingException {
        return form.writeValueAsString(document).stripTrailing() + "\n";
    }
}
