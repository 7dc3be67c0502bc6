package io.milvaion.cli.context;

import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.http.Trust;
import java.net.URI;
import java.nio.file.Path;

/**
 * A server, and the key that is shown to it.
 *
 * @param apiKey null for none
 * @param caFile null for the authorities of Java
 */
public record Target(URI address, String apiKey, Path caFile) {

    /**
     * Options go before variables, variables before the file. A key is only ever shown to the
     * address that it belongs to.
     *
     * @param context as given by option; may be null
     * @param address likewise
     * @throws Mistake if nothing says which server
     */
    public static Target of(Terminal terminal, Config config, String context, URI address) {
        var given = address != null ? address : variable(terminal);
        if (given != null) {
            return new Target(
                    ServerAddress.checked(given), key(terminal, config, given), ca(terminal));
        }
        var name = contextName(terminal, config, context);
        if (name == null) {
            throw new Mistake("No server is chosen: milvaion login --address URL");
        }
        var found = config.contexts().get(name);
        if (found == null) {
            throw new Mistake("There is no context " + name + ": milvaion context list");
        }
        var key = terminal.variable("MILVAION_API_KEY");
        return new Target(
                ServerAddress.checked(found.address()),
                key != null ? key : found.apiKey(),
                found.caFile() == null ? ca(terminal) : Path.of(found.caFile()));
    }

    /** Null if none is chosen. */
    public static String contextName(Terminal terminal, Config config, String context) {
        if (context != null) {
            return context;
        }
        var variable = terminal.variable("MILVAION_CONTEXT");
        return variable != null ? variable : config.current();
    }

    Trust trust() {
        return Trust.of(caFile);
    }

    public Server server() {
        return new Server(address, apiKey, trust());
    }

    private static URI variable(Terminal terminal) {
        var text = terminal.variable("MILVAION_ADDRESS");
        return text == null ? null : ServerAddress.parsed(text);
    }

    private static Path ca(Terminal terminal) {
        var text = terminal.variable("MILVAION_CA_FILE");
        return text == null ? null : Path.of(text);
    }

    private static String key(Terminal terminal, Config config, URI address) {
        var key = terminal.variable("MILVAION_API_KEY");
        if (key != null) {
            return key;
        }
        return config.contexts().values().stream()
                .filter(
                        known ->
                                ServerAddress.checked(known.address())
                                        .equals(ServerAddress.checked(address)))
                .map(Context::apiKey)
                .findFirst()
                .orElse(null);
    }
}
