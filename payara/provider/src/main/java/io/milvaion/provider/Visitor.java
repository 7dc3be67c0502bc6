package io.milvaion.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with a browser that keeps cookies, at the provider only. */
public final class Visitor {

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final String name;

    public Visitor(String name) {
        this.name = name;
    }

    /**
     * Follows a client's address to the provider and logs in there if it asks for that.
     *
     * @return where the provider sends the browser back to; not visited
     */
    public URI visit(URI authorization) {
        var provider = authorization.resolve("/");
        var next = authorization;
        while (next.toString().startsWith(provider.toString())) {
            next =
                    next.getPath().equals("/login")
                            ? target(next, post(next, "username=" + name + "&password=" + name))
                            : target(next, get(next));
        }
        return next;
    }

    /** The parameters of an address. */
    public static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(field -> URI.create("?" + field).getQuery().split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html").GET());
    }

    private HttpResponse<String> post(URI address, String form) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI target(URI from, HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(from::resolve)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        from + ": " + answer.statusCode() + " " + answer.body()));
    }
}
