package io.milvaion.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Server;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How much of a list is wanted. */
public final class Paging {

    private static final int PAGE = 200;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; 50 if absent.")
    int limit = 50;

    @Option(names = "--all", description = "All of them.")
    boolean all;

    /** Items of a list, those that are wanted. */
    public Stream<JsonNode> of(Server server, Query list) {
        int page = all ? PAGE : Math.max(1, Math.min(limit, PAGE));
        var items = server.items(list.with("limit", page).toString());
        return all ? items : items.limit(limit);
    }
}
