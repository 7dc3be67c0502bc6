package io.milvaion.tests.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.util.UUID;

/** Somebody with an account, who may be logged in. */
public final class Person {

    private final URI root;
    private final String id;
    private final String name;
    private String password = "first " + UUID.randomUUID();
    private String cookie;

    private Person(URI root, Milvaion admin, String... roles) {
        this.root = root;
        this.name = "p" + UUID.randomUUID();
        var body = object().put("name", name).put("password", password);
        for (String role : roles) {
            body.withArray("roles").add(role);
        }
        id = admin.rest().post("api/v1/users", body).expect(201).json().get("id").textValue();
    }

    /** Somebody whose first login is to come. */
    public static Person created(URI root, Milvaion admin, String... roles) {
        return new Person(root, admin, roles);
    }

    /** Somebody who has chosen a password. */
    public static Person with(URI root, Milvaion admin, String... roles) {
        var person = new Person(root, admin, roles);
        person.changePassword("second " + UUID.randomUUID()).expect(204);
        return person;
    }

    String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String password() {
        return password;
    }

    Answer changePassword(String next) {
        var body = object().put("currentPassword", password).put("newPassword", next);
        var answer = login().post("api/v1/auth/password", body);
        if (answer.status() == 204) {
            password = next;
        }
        return answer;
    }

    /** Logs in; the token of the answer is shown by what is returned. */
    public Rest login() {
        return showing(tryLogin(password).expect(200));
    }

    Answer tryLogin(String given) {
        return tryLogin(given, null);
    }

    /** Likewise with a code of an app. */
    Answer tryLogin(String given, String code) {
        var body = object().put("name", name).put("password", given).put("code", code);
        return keep(stranger().post("api/v1/auth/login", body));
    }

    Answer refresh() {
        return keep(stranger().post("api/v1/auth/refresh", null, "Cookie", cookie));
    }

    /** Refreshes with a cookie of before. */
    Answer refresh(String old) {
        return stranger().post("api/v1/auth/refresh", null, "Cookie", old);
    }

    String cookie() {
        return cookie;
    }

    Rest showing(Answer tokens) {
        assertThat(tokens.json().path("accessToken").isTextual()).as(tokens.body()).isTrue();
        return new Rest(root, new ApiKey(tokens.json().get("accessToken").textValue()));
    }

    private Answer keep(Answer answer) {
        if (answer.header("Set-Cookie") != null) {
            cookie = answer.header("Set-Cookie").replaceFirst(";.*", "");
        }
        return answer;
    }

    private Rest stranger() {
        return new Rest(root, null);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
