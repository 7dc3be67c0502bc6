package io.milvaion.cli.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.Milvaion;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.http.Server;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a context. */
@Command(
        name = "login",
        description = {
            "Logs in and remembers the server under a name.",
            "A password is exchanged for an API key of its own, which ends after some days and with"
                    + " a logout; the password is not kept. Passwords, codes and keys are asked for,"
                    + " or read as lines of the standard input."
        })
public final class LoginCommand implements Runnable {

    @Spec CommandSpec spec;

    @Option(names = "--user", paramLabel = "NAME", description = "Log in as; root if absent.")
    String user = "root";

    @Option(
            names = "--with-key",
            description = "Use an API key that one has, in place of a password.")
    boolean withKey;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Of the context; the host if absent.")
    String name;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "After so many days the key ends; 30 if absent.")
    int days = 30;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Trust these certificates (PEM) in place of Java's.")
    Path caFile;

    @Override
    public void run() {
        var milvaion = Milvaion.of(spec);
        var known = target(milvaion);
        var login = new Login(spec, milvaion.terminal(), known);
        var key = withKey ? login.withKey() : login.withPassword(user, days);
        JsonNode me = new Server(known.address(), key.text(), known.trust()).get("auth/me").json();
        var context =
                new Context(
                        known.address(),
                        me.path("name").asText(),
                        key.text(),
                        key.id(),
                        known.caFile() == null ? null : known.caFile().toAbsolutePath().toString());
        var file = milvaion.configFile();
        var called = name == null ? known.address().getHost() : name;
        file.write(file.read().with(called, context));
        milvaion.terminal()
                .out()
                .printf("Logged in as %s; the context is %s.%n", context.user(), called);
    }

    private Target target(Milvaion milvaion) {
        URI address;
        try {
            address = milvaion.target().address();
        } catch (Mistake e) {
            throw new Mistake("Say where: milvaion login --address URL", e);
        }
        return new Target(address, null, caFile);
    }
}
