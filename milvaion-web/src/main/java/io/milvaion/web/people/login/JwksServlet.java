package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.session.SigningKeys;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The public keys that verify access tokens (RFC 7517), for anybody. */
@WebServlet("/.well-known/jwks.json")
public class JwksServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient SigningKeys keys;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setHeader("Cache-Control", "max-age=60");
        response.getOutputStream()
                .write(keys.published().toString().getBytes(StandardCharsets.UTF_8));
    }
}
