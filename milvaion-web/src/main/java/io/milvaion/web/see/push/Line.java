package io.milvaion.web.see.push;

/** The way to one client. Two implementations: the session, and a test's. */
interface Line {

    /** What is called when a text has left, or will never. */
    interface Outcome {
        void sent(boolean ok);
    }

    /** Begins to send a text; never blocks. Not called again before the outcome. */
    void send(String text, Outcome outcome);

    void ping();

    /** Ends the session; harmless when it has ended. */
    void close(String reason);
}
