package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.Identity;
import io.milvaion.scheduler.people.elsewhere.Trust;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bearer tokens of the issuer that the settings name (MicroProfile JWT). */
@ApplicationScoped
public class ForeignTokens {

    Optional<ForeignSettings> settings = Optional.empty();
    private SignedClaims signed; // null without settings

    @PostConstruct
    void readSettings() {
        var reader = SettingsReader.ofApplication();
        use(ForeignSettings.from(reader), s -> new WebClient(Trust.from(reader), s.timeout()));
    }

    void use(Optional<ForeignSettings> given, Function<ForeignSettings, WebClient> client) {
        settings = given;
        signed =
                given.map(
                                s ->
                                        new SignedClaims(
                                                s.issuer(),
                                                s.audience(),
                                                s.keys(client.apply(s)),
                                                s.skew()))
                        .orElse(null);
    }

    /** Whether a token says that it is of that issuer. */
    public boolean claim(String token) {
        return settings.filter(s -> s.issuer().equals(issuer(token))).isPresent();
    }

    /**
     * @return empty if it is not good, or gives no role
     * @throws Away if nobody can tell
     */
    public Optional<ForeignToken> read(String token) {
        return settings.flatMap(s -> signed.read(token).map(claims -> found(s, token, claims)))
                .filter(found -> !found.roles().isEmpty());
    }

    private static ForeignToken found(ForeignSettings settings, String token, JWTClaimsSet set) {
        var claims = new Claims(set.getClaims());
        var groups = claims.texts(settings.rolesClaim());
        var name =
                Stream.of("upn", "preferred_username")
                        .map(claims::text)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(set.getSubject());
        return new ForeignToken(
                UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)),
                new Identity(settings.issuer(), set.getSubject(), name, groups),
                Set.copyOf(settings.mapping().of(groups)),
                set.getExpirationTime().toInstant().plus(settings.skew()));
    }

    private static String issuer(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException e) {
            return null;
        }
    }
}
