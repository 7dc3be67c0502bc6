package io.milvaion.web.mcp;

import static io.milvaion.platform.config.KnownProtectionSettings.MCP_ENABLED;
import static io.milvaion.platform.config.KnownProtectionSettings.MCP_TOOLS_OFF;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.web.ground.problem.Problem;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Streamable HTTP without sessions: each request is answered by itself, on its own thread. */
@WebServlet("/mcp")
public class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String START =
            "Milvaion is a job scheduler: a job has a schedule, each time it runs is an occurrence"
                    + " (a run). Start with cluster_status. A job that does not run: why_job. A run"
                    + " that waits or went wrong: why_run, then run_log. What went wrong overnight:"
                    + " failure_groups, then list_failures and missed_runs. Before anything is"
                    + " changed, look with a preview or a dry run, and ask. Times are UTC. Lists"
                    + " have limit and after; a nextCursor means that there is more.";

    private transient HttpServletStatelessServerTransport transport;

    @Override
    public void init() {
        var settings = SettingsReader.ofApplication();
        if (settings.value(MCP_ENABLED)) {
            transport =
                    HttpServletStatelessServerTransport.builder()
                            .jsonMapper(new SdkJson())
                            .messageEndpoint("/mcp")
                            .contextExtractor(HttpExchange::context)
                            .build();
            serve(new Tools(settings.given(MCP_TOOLS_OFF).orElse(Set.of())));
        }
    }

    private void serve(Tools tools) {
        McpServer.sync(transport)
                .serverInfo("milvaion", "1")
                .instructions(START)
                .capabilities(
                        ServerCapabilities.builder()
                                .tools(false)
                                .resources(false, false)
                                .prompts(false)
                                .build())
                .jsonMapper(new SdkJson())
                // the REST interface validates, and says which field is wrong
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(tools.specifications())
                .addToolFilter(
                        (context, tool) -> tools.isFor(HttpExchange.in(context), tool.name()))
                .resourceTemplates(Resources.specifications())
                .prompts(Prompts.specifications())
                .build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (transport == null) {
            Problem.of(HttpServletResponse.SC_NOT_FOUND).send(response);
            return;
        }
        HttpExchange.of(request, response);
        transport.service(request, response);
    }
}
