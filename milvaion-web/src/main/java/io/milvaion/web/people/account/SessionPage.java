package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.session.Session;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** A page of the sessions of an account. */
final class SessionPage {

    private SessionPage() {}

    static Page<Session> read(Sessions sessions, UUID account, UriInfo uri) {
        var query = new Query(uri);
        var after = query.uuid("after");
        int limit = query.integer("limit", 50, 1, 200);
        query.check();
        return Page.of(sessions.list(account, after, limit), limit, Session::id);
    }
}
