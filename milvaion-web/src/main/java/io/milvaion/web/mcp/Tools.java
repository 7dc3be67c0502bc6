package io.milvaion.web.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tools of {@link ToolTable} for the SDK, but for those that are turned off. */
final class Tools {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final RestDescription description = new RestDescription();
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    Tools(Set<String> off) {
        ToolTable.ALL.stream()
                .filter(tool -> !off.contains(tool.name()))
                .forEach(tool -> tools.put(tool.name(), tool));
    }

    List<SyncToolSpecification> specifications() {
        return tools.values().stream().map(this::specification).toList();
    }

    /** Whether the caller's permissions allow this tool. */
    boolean isFor(HttpExchange exchange, String name) {
        var tool = tools.get(name);
        var request = exchange.request();
        return description.call(tool.operation()).permissions().stream()
                        .allMatch(request::isUserInRole)
                && (tool.anyOf().isEmpty()
                        || tool.anyOf().stream().anyMatch(request::isUserInRole));
    }

    private SyncToolSpecification specification(Tool tool) {
        var call = description.call(tool.operation());
        var schema = ToolCall.schema(tool, call, description);
        var made = new ToolCall(tool, call, schema);
        return new SyncToolSpecification(
                shown(tool, call, schema), (context, asked) -> answer(made, context, asked));
    }

    private static McpSchema.Tool shown(Tool tool, DescribedCall call, JsonNode schema) {
        return McpSchema.Tool.builder(tool.name(), SdkJson.MAPPER.convertValue(schema, OBJECT))
                .description(
                        tool.about() == null
                                ? call.operation().path("summary").asText()
                                : tool.about())
                .annotations(
                        ToolAnnotations.builder()
                                .readOnlyHint(call.isRead())
                                .destructiveHint(!call.isRead())
                                .idempotentHint(call.isRepeatable())
                                .openWorldHint(false)
                                .build())
                .build();
    }

    private static CallToolResult answer(
            ToolCall call, McpTransportContext context, McpSchema.CallToolRequest asked) {
        var arguments = asked.arguments() == null ? Map.<String, Object>of() : asked.arguments();
        RestRequest request;
        try {
            request = call.with(arguments);
        } catch (InvalidInput e) {
            return CallToolResult.builder().isError(true).addTextContent(Told.of(e)).build();
        }
        var answer = Rest.call(HttpExchange.in(context), request);
        var result =
                CallToolResult.builder().isError(answer.isError()).addTextContent(Told.of(answer));
        var json = answer.json();
        return json == null ? result.build() : result.structuredContent(json).build();
    }
}
