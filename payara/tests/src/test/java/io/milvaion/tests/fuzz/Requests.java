package io.milvaion.tests.fuzz;

import io.milvaion.tests.http.Operation;
import io.milvaion.tests.http.Operations;
import io.milvaion.tests.http.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes requests: each is right in most of its parts, so that it comes far. */
record Requests(Dice dice, Operations operations, Json json, List<String> ids) {

    /** Without CONNECT: for half a minute Payara waits for what is to go through. */
    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "OPTIONS",
                    "TRACE",
                    "FOO",
                    "get",
                    "PROPFIND");

    private static final List<String> ELSEWHERE =
            List.of(
                    "/",
                    "/index.html",
                    "/nothing",
                    "/assets",
                    "/assets/",
                    "/assets/reference.css",
                    "/WEB-INF/web.xml",
                    "/problem",
                    "/metrics",
                    "/health",
                    "/health/ready",
                    "/openapi",
                    "/ws/events",
                    "/api",
                    "/api/v1",
                    "/api/v1/nothing",
                    "//api/v1/jobs",
                    "/api/v1/jobs/",
                    "/api/v1/jobs;a=b",
                    "/api/../api/v1/jobs",
                    "/%2e%2e/%2e%2e/x",
                    "/%00",
                    "/%zz",
                    "/%FF",
                    "/x".repeat(2_000));

    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/merge-patch+json",
                    "application/json; charset=utf-16",
                    "application/json;charset=nothing",
                    "application/xml",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/octet-stream",
                    "*/*",
                    "json",
                    "",
                    "/",
                    "application/json, text/html");

    private static final List<String> HEADERS =
            List.of(
                    "Accept: text/html",
                    "Accept: */*;q=0.1, application/xml",
                    "Accept: application/json;q=x",
                    "Accept: ,;",
                    "Accept-Language: xx-\u00e9",
                    "Accept-Encoding: gzip, br;q=9",
                    "If-Match: 1",
                    "If-Match: \"1\"",
                    "If-Match: W/\"1\", \"99999999999\"",
                    "If-Match: *",
                    "If-None-Match: *",
                    "If-Modified-Since: yesterday",
                    "Range: bytes=5-1",
                    "Idempotency-Key: a",
                    "Idempotency-Key: " + "k".repeat(201),
                    "Idempotency-Key:",
                    "X-Milvaion-Actor: somebody",
                    "X-Milvaion-Actor: \u00e9",
                    "X-Milvaion-Actor:",
                    "Cookie: JSESSIONID=../../x; a",
                    "Authorization: Basic !!!",
                    "X-HTTP-Method-Override: DELETE",
                    "X-Forwarded-Host: elsewhere.example",
                    "Host: elsewhere.example",
                    "Upgrade: websocket",
                    "Origin: null",
                    "Content-Encoding: gzip",
                    "X-Long: " + "y".repeat(4_000));

    /** Wrong passwords would keep other tests on this node out for a while. */
    private static final Set<String> LOCKING =
            Set.of("/api/v1/auth/login", "/api/v1/auth/password");

    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

    RawRequest next() {
        if (dice.oneIn(25)) {
            return decorated(
                    RawRequest.of(dice.among(METHODS), dice.among(ELSEWHERE) + query(List.of())));
        }
        var operation = dice.among(operations.all());
        if (LOCKING.contains(operation.path())) {
            return next();
        }
        var method = dice.oneIn(15) ? dice.among(METHODS) : operation.method();
        return decorated(
                body(operation, RawRequest.of(method, path(operation) + query(operation))));
    }

    private RawRequest decorated(RawRequest request) {
        var with = request;
        while (dice.oneIn(4)) {
            with = with.with(dice.among(HEADERS));
        }
        return with;
    }

    private String path(Operation operation) {
        return Arrays.stream(operation.path().split("(?=/)"))
                .map(
                        part ->
                                part.startsWith("/{version")
                                        ? "/" + (dice.oneIn(3) ? encoded() : 1 + dice.below(3))
                                        : part.startsWith("/{")
                                                ? "/" + (dice.oneIn(8) ? encoded() : id())
                                                : part)
                .collect(Collectors.joining());
    }

    private String query(Operation operation) {
        return query(operation.parameters());
    }

    private String query(List<String> names) {
        var parameters = new ArrayList<String>();
        names.stream()
                .filter(name -> dice.oneIn(3))
                .forEach(name -> parameters.add(name + "=" + value(name)));
        if (dice.oneIn(12)) {
            parameters.add(encoded() + (dice.oneIn(3) ? "" : "=" + encoded()));
        }
        if (dice.oneIn(12) && !parameters.isEmpty()) {
            parameters.add(dice.among(parameters)); // twice
        }
        if (dice.oneIn(40)) {
            parameters.add(
                    dice.among(List.of("%", "q=%FF%C0%80", "q=%ED%A0%80", "=", "&&", "a[]=1")));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private String value(String name) {
        if (name.matches("jobId|after") && !dice.oneIn(3)) {
            return id();
        }
        if (name.matches("limit|size|count|page|state") && !dice.oneIn(3)) {
            return Integer.toString(dice.below(8));
        }
        return encoded();
    }

    private String id() {
        return dice.among(ids);
    }

    private String encoded() {
        return URLEncoder.encode(Words.any(dice), StandardCharsets.UTF_8);
    }

    private RawRequest body(Operation operation, RawRequest request) {
        if (!WRITING.contains(request.method())) { // a long one would reset the connection
            return dice.oneIn(30) ? request.with("application/json", "{}") : request;
        }
        if (dice.oneIn(20)) {
            return request;
        }
        var type = dice.oneIn(15) ? dice.among(TYPES) : operation.mediaType();
        var typed = dice.oneIn(30) ? request : request.with("Content-Type: " + type);
        return typed.with(spoiled(json.of(operation.schema())));
    }

    private byte[] spoiled(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (dice.below(30)) {
            case 0 -> Arrays.copyOf(bytes, dice.below(bytes.length + 1));
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> changed(bytes);
            case 4 ->
                    (text + dice.among(List.of("{}", ",", "]", "\u0000", "//")))
                            .getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private byte[] changed(byte[] bytes) {
        for (int i = 0; i < bytes.length && i < 3; i++) {
            bytes[dice.below(bytes.length)] = (byte) dice.below(256);
        }
        return bytes;
    }
}
