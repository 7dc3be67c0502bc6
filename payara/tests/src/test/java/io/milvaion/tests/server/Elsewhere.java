package io.milvaion.tests.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.milvaion.provider.PeopleDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Where people and programs are known besides the node, and the settings that name it. */
public final class Elsewhere {

    public static final String ISSUER = "https://issuer.example";
    public static final String AUDIENCE = "milvaion-api";

    /** Where the provider sends people back to; only the path is that of the node. */
    public static final String BACK = "http://127.0.0.1:8080/api/v1/auth/oidc/callback";

    private static Elsewhere known;

    private final PeopleDirectory directory = PeopleDirectory.start(0, null);
    private final int providerPort = freePort();
    private final ECKey key = generated();

    private Elsewhere() {}

    /** What the node under test was started with. */
    public static synchronized Elsewhere known() {
        if (known == null) {
            known = new Elsewhere();
        }
        return known;
    }

    public PeopleDirectory directory() {
        return directory;
    }

    /** Where the node looks for its provider; a test starts one there. */
    public int providerPort() {
        return providerPort;
    }

    /** What the issuer of foreign tokens signs with. */
    public ECKey key() {
        return key;
    }

    /** Writes the settings for the node. */
    Path writeSettings(Path file) throws IOException {
        var all = JsonNodeFactory.instance.objectNode();
        var settings = all.putObject("MilvaionConfig");
        settings.putObject("Oidc")
                .put("Issuer", "http://127.0.0.1:" + providerPort)
                .put("ClientId", "milvaion")
                .put("ClientSecret", "a secret: with+signs%")
                .put("RedirectUri", BACK)
                .put("Title", "The company")
                .put("Roles", "ops=Operator");
        settings.putObject("Ldap")
                .put("Url", "ldap://127.0.0.1:" + directory.port())
                .put("StartTls", "false")
                .put("BindDn", PeopleDirectory.SERVICE)
                .put("BindPassword", PeopleDirectory.SERVICE_PASSWORD)
                .put("UserBase", PeopleDirectory.PEOPLE)
                .put("GroupBase", PeopleDirectory.GROUPS)
                .put("Roles", "ops=Operator");
        settings.putObject("Jwt")
                .put("Issuer", ISSUER)
                .put("PublicKey", pem())
                .put("Audience", AUDIENCE)
                .put("Roles", "ops=Operator");
        return Files.writeString(file, all.toString());
    }

    private String pem() {
        try {
            return Base64.getEncoder().encodeToString(key.toECPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
