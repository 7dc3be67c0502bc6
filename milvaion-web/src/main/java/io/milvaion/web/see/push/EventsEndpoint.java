package io.milvaion.web.see.push;

import io.milvaion.scheduler.people.caller.Caller;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** Live events for pages and programs; see the package for the messages. */
@ServerEndpoint(value = "/ws/events", subprotocols = EventsEndpoint.PROTOCOL)
public class EventsEndpoint {

    private static final System.Logger LOG = System.getLogger(EventsEndpoint.class.getName());
    static final String PROTOCOL = "milvaion";
    private static final int FRAME_LIMIT = 64 * 1024;

    @Inject Clients clients;

    @OnOpen
    public void open(Session session) {
        var line = new SessionLine(session);
        if (!(session.getUserPrincipal() instanceof Caller caller)) {
            line.close(CloseCodes.VIOLATED_POLICY, "nobody has logged in");
        } else if (!clients.join(session.getId(), line, caller)) {
            line.close(CloseCodes.TRY_AGAIN_LATER, "this node has " + Clients.LIMIT + " clients");
        }
    }

    @OnMessage(maxMessageSize = FRAME_LIMIT)
    public void text(Session session, String text) {
        clients.of(session.getId()).ifPresent(client -> client.receive(text));
    }

    @OnMessage(maxMessageSize = FRAME_LIMIT)
    public void binary(Session session, ByteBuffer bytes) {
        clients.of(session.getId()).ifPresent(client -> client.refuse("messages must be text"));
    }

    @OnMessage
    public void pong(Session session, PongMessage pong) {
        clients.of(session.getId()).ifPresent(Client::heard);
    }

    @OnClose
    public void close(Session session) {
        clients.leave(session.getId());
    }

    /** Clients vanish and send what they want: nothing here is an error of ours. */
    @OnError
    public void error(Session session, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "a client's session has failed", cause);
    }
}
