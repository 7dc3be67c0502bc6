package io.milvaion.scheduler.people.foreign;

import io.milvaion.platform.config.SettingsReader;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Foreign tokens as a node reads them. */
public final class ForeignScene {

    private ForeignScene() {}

    /** With settings after {@code milvaion.jwt.}; one that ends in {@code =} is not given. */
    public static ForeignTokens node(Issuer issuer, String... more) {
        var all = new HashMap<String, String>();
        all.put("milvaion.jwt.issuer", Issuer.NAME);
        all.put("milvaion.jwt.jwks-url", issuer.keys().toString());
        all.put("milvaion.jwt.audience", "milvaion-api");
        all.put("milvaion.jwt.roles", "ops=Operator");
        for (String pair : more) {
            all.put("milvaion.jwt." + pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return with(all);
    }

    static ForeignTokens with(Map<String, String> all) {
        var tokens = new ForeignTokens();
        var reader = new SettingsReader(key -> Optional.ofNullable(all.get(key)));
        tokens.use(ForeignSettings.from(reader), s -> new WebClient(tls(), s.timeout()));
        return tokens;
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
