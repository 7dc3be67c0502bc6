package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.people.secret.RandomText;
import java.util.List;
import java.util.Locale;

/**
 * Something whose failed logins are counted. Names are hashed: some of them are passwords that were
 * typed into the wrong field.
 *
 * @param free so many attempts are not slowed down
 */
record Subject(String text, int free) {

    /** One who guesses from one place. */
    private static final int FREE_OF_BOTH = 5;

    /** One who tries many names. */
    private static final int FREE_OF_ADDRESS = 30;

    /** Many who guess one name; more, lest strangers keep its owner out. */
    private static final int FREE_OF_NAME = 100;

    /** Links to a new password: as many as one needs whose mail is slow. */
    private static final int FREE_OF_MAIL = 3;

    /** In the order in which they are locked. */
    static List<Subject> of(String name, String address) {
        var account = name.toLowerCase(Locale.ROOT);
        return List.of(
                new Subject("both " + address + " " + account, FREE_OF_BOTH),
                new Subject("name " + account, FREE_OF_NAME),
                new Subject("address " + address, FREE_OF_ADDRESS));
    }

    /** Who asks for a link to a new password: counted apart from logins, and never forgiven. */
    static List<Subject> ofMail(String nameOrMail, String address) {
        var account = nameOrMail.toLowerCase(Locale.ROOT);
        return List.of(
                new Subject("mail both " + address + " " + account, FREE_OF_MAIL),
                new Subject("mail name " + account, FREE_OF_ADDRESS),
                new Subject("mail address " + address, FREE_OF_ADDRESS));
    }

    byte[] hash() {
        return RandomText.hash(text);
    }
}
