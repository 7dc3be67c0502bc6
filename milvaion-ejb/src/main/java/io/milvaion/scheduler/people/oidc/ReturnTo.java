package io.milvaion.scheduler.people.oidc;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of ours where people go after a login. */
public record ReturnTo(String path) {

    public static final ReturnTo START = new ReturnTo("/");

    /** Neither {@code //host} nor {@code /\host}, which browsers take for other sites. */
    private static final Pattern FORM = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]{0,500})?");

    /** Empty if it is not a path here. */
    public static Optional<ReturnTo> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var address = URI.create(text);
            return address.getRawAuthority() == null && address.getScheme() == null
                    ? Optional.of(new ReturnTo(text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same with host, as the setting names it. */
    URI at(URI ours) {
        return ours.resolve(path);
    }
}
