package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.session.Session;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Supplier;

/** A page of the sessions of an account, which is looked for when the request is understood. */
final class SessionPage {

    private SessionPage() {}

    static Page<Session> read(Sessions sessions, Supplier<UUID> account, UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(sessions.list(account.get(), part.after(), part.limit()), Session::id);
    }
}
