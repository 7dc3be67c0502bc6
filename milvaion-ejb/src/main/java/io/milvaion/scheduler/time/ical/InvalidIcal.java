package io.milvaion.scheduler.time.ical;

/** A text that cannot be used as an iCalendar file. The message is for who gave it. */
public class InvalidIcal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidIcal(String message) {
        super(message);
    }
}
