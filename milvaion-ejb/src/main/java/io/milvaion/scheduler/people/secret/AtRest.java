package io.milvaion.scheduler.people.secret;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Secrets as they are stored: sealed where the node has been given {@code milvaion.secret}, else in
 * the clear. Each says which of the two it is.
 */
public record AtRest(Optional<Sealing> sealing) {

    public static AtRest from(SettingsReader settings) {
        return new AtRest(settings.given(KnownSettings.SECRET).map(Sealing::new));
    }

    /** Whether what is stored now is sealed. */
    public boolean seals() {
        return sealing.isPresent();
    }

    public byte[] stored(String text) {
        return sealing.map(s -> s.seal(text))
                .orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalStateException if it is sealed, and not with the secret of this node
     */
    public String read(byte[] stored, boolean sealed) {
        return sealed ? opened(stored) : new String(stored, StandardCharsets.UTF_8);
    }

    private String opened(byte[] stored) {
        return sealing.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        KnownSettings.SECRET.key()
                                                + " is needed: what is stored is sealed with it"))
                .open(stored);
    }
}
