package io.milvaion.scheduler.state.stop;

/** An emergency stop keeps a batch from being dispatched. Nothing was changed. */
public class DispatchingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DispatchingStopped() {
        super("dispatching is stopped", null, false, false);
    }
}
