package io.milvaion.web.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Jobs and runs under names of their own, {@code milvaion://runs/…}. */
final class Resources {

    private static final Pattern NAME =
            Pattern.compile("milvaion://(jobs|runs)/([^/?#]+)(/log|/why)?");

    private Resources() {}

    static List<SyncResourceTemplateSpecification> specifications() {
        return List.of(
                template("jobs/{id}", "job", "The definition of a job"),
                template("jobs/{id}/why", "job_why", "Why a job is not running"),
                template("runs/{id}", "run", "What became of a run"),
                template("runs/{id}/log", "run_log", "The log of a run, its first 100 lines"),
                template("runs/{id}/why", "run_why", "Why a run waits, or what has become of it"));
    }

    private static SyncResourceTemplateSpecification template(
            String path, String name, String about) {
        return new SyncResourceTemplateSpecification(
                ResourceTemplate.builder("milvaion://" + path, name)
                        .description(about)
                        .mimeType("application/json")
                        .build(),
                (context, asked) -> read(HttpExchange.in(context), asked.uri()));
    }

    private static ReadResourceResult read(HttpExchange exchange, String uri) {
        var answer = Rest.call(exchange, RestRequest.get(path(uri)));
        if (answer.isError()) {
            throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND).message(Told.of(answer)).build();
        }
        var contents =
                TextResourceContents.builder(uri, answer.text()).mimeType(answer.type()).build();
        return ReadResourceResult.builder(List.of(contents)).build();
    }

    private static String path(String uri) {
        var name = NAME.matcher(uri);
        if (!name.matches()) {
            throw McpError.RESOURCE_NOT_FOUND.apply(uri);
        }
        var collection = name.group(1).equals("runs") ? "occurrences" : "jobs";
        var part = name.group(3) == null ? "" : name.group(3);
        return "/api/v1/"
                + collection
                + "/"
                + URLEncoder.encode(name.group(2), StandardCharsets.UTF_8)
                + (part.equals("/log") ? "/logs?limit=100" : part);
    }
}
