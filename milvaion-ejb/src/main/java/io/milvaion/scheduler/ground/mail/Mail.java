package io.milvaion.scheduler.ground.mail;

/** A letter to one person, in plain text. */
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() { // it may hold a secret
        return "Mail[subject=" + subject + "]";
    }
}
