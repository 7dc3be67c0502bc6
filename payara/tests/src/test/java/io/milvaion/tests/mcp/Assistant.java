package io.milvaion.tests.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A program that talks to a language model, with the official client. */
final class Assistant implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final McpSyncClient client;

    Assistant(URI root, String key) {
        var transport =
                HttpClientStreamableHttpTransport.builder(root.resolve("/").toString())
                        .endpoint("/mcp")
                        .jsonMapper(new JacksonMcpJsonMapper(JSON))
                        .requestBuilder(
                                HttpRequest.newBuilder().header("Authorization", "Bearer " + key))
                        .build();
        client =
                McpClient.sync(transport)
                        .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                        .build();
        client.initialize();
    }

    Map<String, Tool> tools() {
        return client.listTools().tools().stream()
                .collect(Collectors.toMap(Tool::name, Function.identity()));
    }

    /** What a tool gives; fails if it was an error. */
    JsonNode call(String tool, Map<String, Object> arguments) {
        var result = result(tool, arguments);
        assertThat(result.isError()).as(text(result)).isFalse();
        return JSON.valueToTree(result.structuredContent());
    }

    /** What is said instead of a result; fails if there was one. */
    String refused(String tool, Map<String, Object> arguments) {
        var result = result(tool, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        return text(result);
    }

    /** The text for who cannot read structures. */
    String said(String tool, Map<String, Object> arguments) {
        return text(result(tool, arguments));
    }

    private CallToolResult result(String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Override
    public void close() {
        client.close();
    }
}
