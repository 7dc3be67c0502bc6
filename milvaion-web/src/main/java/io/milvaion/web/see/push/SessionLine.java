package io.milvaion.web.see.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A WebSocket session as a line to its client. */
final class SessionLine implements Line {

    private static final System.Logger LOG = System.getLogger(SessionLine.class.getName());

    /** A client that takes nothing for so long is given up. */
    private static final long SEND_TIMEOUT_MILLIS = 30_000;

    private final Session session;

    SessionLine(Session session) {
        this.session = session;
        session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
    }

    @Override
    public void send(String text, Outcome outcome) {
        try {
            session.getAsyncRemote().sendText(text, result -> outcome.sent(result.isOK()));
        } catch (RuntimeException e) { // the session has just been closed
            LOG.log(System.Logger.Level.DEBUG, "a client is gone", e);
            outcome.sent(false);
        }
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) { // the container reports the end by itself
            LOG.log(System.Logger.Level.DEBUG, "a client is gone", e);
        }
    }

    @Override
    public void close(String reason) {
        close(CloseReason.CloseCodes.GOING_AWAY, reason);
    }

    void close(CloseReason.CloseCode code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException | RuntimeException e) { // it was closed before
            LOG.log(System.Logger.Level.DEBUG, "a client is gone", e);
        }
    }
}
