package io.milvaion.cli.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import io.milvaion.cli.http.Body;
import io.milvaion.cli.http.Request;
import io.milvaion.cli.http.Server;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;

/** Turns what people know into a key. */
record Login(CommandSpec command, Terminal terminal, Target target) {

    /**
     * @param id null if it was not made here
     */
    record Key(String text, UUID id) {}

    Key withKey() {
        var text = terminal.secret(command, "API key").strip();
        if (!text.startsWith("mvk_")) {
            throw new Mistake("An API key starts with mvk_.");
        }
        return new Key(text, null);
    }

    Key withPassword(String user, int days) {
        var session = session(user);
        var made = session.send(new Request("POST", "api-keys").with(Body.json(key(days)))).json();
        session.send(new Request("POST", "auth/logout").with(Body.json(Body.object())));
        return new Key(made.path("secret").asText(), UUID.fromString(made.path("id").asText()));
    }

    /** A server that knows us by an access token; the first password is changed on the way. */
    private Server session(String user) {
        var password = terminal.secret(command, "Password of " + user);
        var session = as(user, password);
        if (!session.get("auth/me").json().path("mustChangePassword").asBoolean()) {
            return session;
        }
        terminal.err().println("This password must be changed first.");
        var chosen = terminal.secret(command, "New password");
        var body = Body.object().put("currentPassword", password).put("newPassword", chosen);
        session.send(new Request("POST", "auth/password").with(Body.json(body)));
        return as(user, chosen);
    }

    private Server as(String user, String password) {
        var body = Body.object().put("name", user).put("password", password);
        var anybody = new Server(target.address(), null, target.trust());
        var tokens = anybody.send(new Request("POST", "auth/login").with(Body.json(body))).json();
        return new Server(target.address(), tokens.path("accessToken").asText(), target.trust());
    }

    private static ObjectNode key(int days) {
        return Body.object()
                .put("name", "milvaion login on " + host())
                .put(
                        "expiresAt",
                        Instant.now()
                                .plus(Duration.ofDays(days))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
