package io.milvaion.web.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;

/** Recipes that only read, and end with a proposal. */
final class Prompts {

    private static final String DIAGNOSE =
            """
            Find out how the job "%s" is, and why. Find it with list_jobs (q), then use why_job, \
            job_versions for what was changed lately, list_runs with its jobId, why_run and run_log \
            of the newest run that did not complete, list_failures and missed_runs with its jobId. \
            Change nothing. Say what is wrong since when, what shows it (ids and times in UTC), and \
            propose one next step.""";
    private static final String REVIEW =
            """
            Report on the last %s hours. Use cluster_status, failure_groups, list_failures and \
            missed_runs (from), list_dead_letters, list_workers and dispatch_history. Change \
            nothing. Put first what needs somebody now, group what has one cause, give ids and \
            times in UTC, and propose what to do about each.""";

    private Prompts() {}

    static List<SyncPromptSpecification> specifications() {
        return List.of(
                prompt(
                        "diagnose_job",
                        "Why a job does not do what it should",
                        PromptArgument.builder("jobName")
                                .description("Name of the job, or part of it")
                                .required(true)
                                .build(),
                        DIAGNOSE,
                        ""),
                prompt(
                        "overnight_review",
                        "What went wrong lately",
                        PromptArgument.builder("hours")
                                .description("How far back; 12 if left out")
                                .required(false)
                                .build(),
                        REVIEW,
                        "12"));
    }

    private static SyncPromptSpecification prompt(
            String name, String about, PromptArgument argument, String recipe, String otherwise) {
        return new SyncPromptSpecification(
                Prompt.builder(name).description(about).arguments(List.of(argument)).build(),
                (context, asked) -> {
                    var given =
                            asked.arguments() == null
                                    ? null
                                    : asked.arguments().get(argument.name());
                    return said(about, recipe.formatted(given == null ? otherwise : given));
                });
    }

    private static GetPromptResult said(String about, String text) {
        var content = TextContent.builder(text).build();
        return GetPromptResult.builder(List.of(PromptMessage.builder(Role.USER, content).build()))
                .description(about)
                .build();
    }
}
