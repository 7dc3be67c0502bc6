package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.mail.Mail;
import java.net.URI;

/** What the owner of an account reads who has forgotten the password. */
final class ResetLetter {

    private static final String TEXT =
            """
            Somebody has asked for a new password of the account %s.

            Choose it here within %d minutes:
            %s

            If it was not you, do nothing: the password stays as it is.
            """;

    private ResetLetter() {}

    /** The token stands behind {@code #}: browsers send that to nobody, and no server logs it. */
    static Mail to(ResetRows.Owner owner, URI base, String token) {
        var link = base.toString().replaceFirst("/+$", "") + "/#reset=" + token;
        var text = TEXT.formatted(owner.name(), ResetRows.GOOD_FOR.toMinutes(), link);
        return new Mail(owner.email(), "Milvaion: choose a new password", text);
    }
}
