package io.milvaion.web.ground.actor;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Who sends the present request, for records of who changed what: the authenticated user; without
 * one, whoever the header {@value #HEADER} names, which nobody checks; else {@value #ANONYMOUS}.
 */
@RequestScoped
public class CurrentActor {

    public static final String HEADER = "X-Milvaion-Actor";
    static final String ANONYMOUS = "anonymous";

    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,98}[!-~])?");

    @Inject HttpServletRequest request;

    /**
     * @throws InvalidInput if the header has more than 100 characters or others than ASCII
     */
    public String name() {
        var user = request.getUserPrincipal();
        if (user != null) {
            return user.getName();
        }
        var claimed = request.getHeader(HEADER);
        if (claimed == null) {
            return ANONYMOUS;
        }
        if (!FORM.matcher(claimed).matches()) {
            throw new InvalidInput(HEADER, "1 to 100 printable characters of ASCII.");
        }
        return claimed;
    }
}
