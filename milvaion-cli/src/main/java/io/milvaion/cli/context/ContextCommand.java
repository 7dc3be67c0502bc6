package io.milvaion.cli.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.http.Body;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses between servers. */
@Command(name = "context", description = "The servers that logins have remembered.")
public final class ContextCommand {

    @Spec CommandSpec spec;

    @Command(description = "Lists them; keys are not shown.")
    void list() {
        var milvaion = Milvaion.of(spec);
        var config = milvaion.configFile().read();
        var current = milvaion.contextName(config);
        milvaion.printer()
                .list(
                        new TreeMap<>(config.contexts())
                                .entrySet().stream()
                                        .map(each -> row(each, each.getKey().equals(current))),
                        "name",
                        "address",
                        "user",
                        "current");
    }

    @Command(description = "Uses this one from now on.")
    void use(@Parameters(paramLabel = "NAME") String name) {
        var file = Milvaion.of(spec).configFile();
        file.write(known(file.read(), name).using(name));
    }

    @Command(description = "Forgets one; its key goes on. See logout.")
    void delete(@Parameters(paramLabel = "NAME") String name) {
        var file = Milvaion.of(spec).configFile();
        file.write(known(file.read(), name).without(name));
    }

    private static Config known(Config config, String name) {
        if (!config.contexts().containsKey(name)) {
            throw new Mistake("There is no context " + name + ": milvaion context list");
        }
        return config;
    }

    private static JsonNode row(Map.Entry<String, Context> named, boolean current) {
        return Body.object()
                .put("name", named.getKey())
                .put("address", named.getValue().address().toString())
                .put("user", named.getValue().user())
                .put("current", current);
    }
}
