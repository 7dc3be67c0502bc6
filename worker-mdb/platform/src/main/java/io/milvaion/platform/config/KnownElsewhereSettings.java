package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.address;
import static io.milvaion.platform.config.Setting.flag;
import static io.milvaion.platform.config.Setting.names;
import static io.milvaion.platform.config.Setting.number;
import static io.milvaion.platform.config.Setting.pairs;
import static io.milvaion.platform.config.Setting.secret;
import static io.milvaion.platform.config.Setting.text;
import static io.milvaion.platform.config.Setting.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings of {@link KnownSettings} for people and programs that others recognise. */
public final class KnownElsewhereSettings {

    static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<String> ELSEWHERE_CA_FILE =
            listed(
                    text("milvaion.elsewhere.ca-file").describedAs("those of Java"),
                    "PEM file of the authorities that may sign for provider and directory");

    public static final Setting<URI> OIDC_ISSUER =
            listed(
                    web("milvaion.oidc.issuer"),
                    "OpenID provider; with it people log in there, too");
    public static final Setting<String> OIDC_CLIENT_ID =
            listed(text("milvaion.oidc.client-id"), "What the provider calls this installation");
    public static final Setting<String> OIDC_CLIENT_SECRET =
            listed(
                    secret("milvaion.oidc.client-secret", "1 to 1,000 characters", ".{1,1000}"),
                    "Its secret at the provider; none: a public client");
    public static final Setting<URI> OIDC_REDIRECT_URI =
            listed(
                    web("milvaion.oidc.redirect-uri"),
                    "Where people come back to: the address of this installation as their browsers"
                            + " know it, with `/api/v1/auth/oidc/callback`");
    public static final Setting<String> OIDC_TITLE =
            listed(
                    text("milvaion.oidc.title").initially("Single sign-on"),
                    "What this way to log in is called");
    public static final Setting<String> OIDC_SCOPES =
            listed(
                    text("milvaion.oidc.scopes").initially("openid profile email"),
                    "What the provider is asked for, divided by spaces");
    public static final Setting<String> OIDC_NAME_CLAIM =
            listed(
                    text("milvaion.oidc.name-claim").initially("preferred_username"),
                    "Claim with the name that a new account gets");
    public static final Setting<String> OIDC_ROLES_CLAIM =
            listed(
                    text("milvaion.oidc.roles-claim").initially("groups"),
                    "Claim that roles follow from; dots lead into objects");
    public static final Setting<Map<String, Set<String>>> OIDC_ROLES =
            listed(pairs("milvaion.oidc.roles"), "Which value of that claim gives which role");
    public static final Setting<String> OIDC_DEFAULT_ROLE =
            listed(
                    text("milvaion.oidc.default-role"),
                    "Role of those who get none by their values; none: they are refused");
    public static final Setting<String> OIDC_ACR =
            listed(
                    text("milvaion.oidc.acr").describedAs("any"),
                    "How the provider must have recognised people: values of `acr`, one of them"
                            + " needed, divided by spaces");
    public static final Setting<Integer> OIDC_TIMEOUT_MILLIS =
            listed(
                    number("milvaion.oidc.timeout-millis", 100, 60_000).initially(5_000),
                    "Limit of one call to the provider");

    public static final Setting<URI> LDAP_URL =
            listed(
                    address("milvaion.ldap.url", "ldap", "ldaps"),
                    "LDAP directory or Active Directory; with it people log in by their passwords"
                            + " there, too");
    public static final Setting<Boolean> LDAP_START_TLS =
            listed(
                    flag("milvaion.ldap.start-tls").initially(true),
                    "Whether an `ldap://` connection is encrypted before anything else");
    public static final Setting<String> LDAP_BIND_DN =
            listed(
                    text("milvaion.ldap.bind-dn").describedAs("nobody"),
                    "Account in the directory that looks people up");
    public static final Setting<String> LDAP_BIND_PASSWORD =
            listed(
                    secret("milvaion.ldap.bind-password", "1 to 1,000 characters", ".{1,1000}"),
                    "Its password");
    public static final Setting<String> LDAP_USER_BASE =
            listed(text("milvaion.ldap.user-base"), "Below which entry people are looked up");
    public static final Setting<String> LDAP_USER_FILTER =
            listed(
                    text("milvaion.ldap.user-filter").initially("(uid={0})"),
                    "How they are found by the name they give, `{0}`");
    public static final Setting<String> LDAP_USER_DN =
            listed(
                    text("milvaion.ldap.user-dn").describedAs("people are looked up"),
                    "Whom people bind as, with `{0}` for the name they give, such as"
                            + " `uid={0},ou=people,dc=example,dc=org` or `{0}@example.org`; then"
                            + " they look themselves up and nobody else has to");
    public static final Setting<String> LDAP_ID_ATTRIBUTE =
            listed(
                    text("milvaion.ldap.id-attribute").initially("entryUUID"),
                    "Attribute that an entry keeps for ever; Active Directory: `objectGUID`");
    public static final Setting<String> LDAP_NAME_ATTRIBUTE =
            listed(
                    text("milvaion.ldap.name-attribute").initially("uid"),
                    "Attribute with the name that a new account gets");
    public static final Setting<String> LDAP_GROUPS_ATTRIBUTE =
            listed(
                    text("milvaion.ldap.groups-attribute").initially("memberOf"),
                    "Attribute of people that names their groups");
    public static final Setting<String> LDAP_GROUP_BASE =
            listed(
                    text("milvaion.ldap.group-base").describedAs("they are not"),
                    "Below which entry groups are searched, too");
    public static final Setting<String> LDAP_GROUP_FILTER =
            listed(
                    text("milvaion.ldap.group-filter").initially("(member={0})"),
                    "How groups of an entry `{0}` are found; Active Directory, nested ones"
                            + " included: `(member:1.2.840.113556.1.4.1941:={0})`");
    public static final Setting<Map<String, Set<String>>> LDAP_ROLES =
            listed(
                    pairs("milvaion.ldap.roles"),
                    "Which group, by its DN or its first name alone, gives which role");
    public static final Setting<String> LDAP_DEFAULT_ROLE =
            listed(
                    text("milvaion.ldap.default-role"),
                    "Role of those who get none by their groups; none: they are refused");
    public static final Setting<Integer> LDAP_TIMEOUT_MILLIS =
            listed(
                    number("milvaion.ldap.timeout-millis", 100, 60_000).initially(5_000),
                    "Limit of connecting to the directory, and of each answer");
    public static final Setting<Integer> LDAP_MAX_CONNECTIONS =
            listed(
                    number("milvaion.ldap.max-connections", 1, 100).initially(8),
                    "Connections of a node to the directory at most");

    public static final Setting<String> JWT_ISSUER =
            listed(
                    text("milvaion.jwt.issuer"),
                    "`iss` of bearer tokens (MicroProfile JWT) that are accepted besides our own");
    public static final Setting<URI> JWT_JWKS_URL =
            listed(web("milvaion.jwt.jwks-url"), "Where the keys of that issuer are");
    public static final Setting<String> JWT_PUBLIC_KEY =
            listed(
                    text("milvaion.jwt.public-key", "a public key in PEM"),
                    "Its key, in place of their address");
    public static final Setting<String> JWT_AUDIENCE =
            listed(text("milvaion.jwt.audience"), "What has to be in `aud` of its tokens");
    public static final Setting<Set<String>> JWT_ALGORITHMS =
            listed(
                    names(
                                    "milvaion.jwt.algorithms",
                                    "es256|rs256|eddsa",
                                    "`es256`, `rs256`, `eddsa`, divided by commas")
                            .describedAs("all of them"),
                    "How its tokens may be signed");
    public static final Setting<String> JWT_ROLES_CLAIM =
            listed(
                    text("milvaion.jwt.roles-claim").initially("groups"),
                    "Claim that roles follow from; dots lead into objects");
    public static final Setting<Map<String, Set<String>>> JWT_ROLES =
            listed(pairs("milvaion.jwt.roles"), "Which value of that claim gives which role");
    public static final Setting<String> JWT_DEFAULT_ROLE =
            listed(
                    text("milvaion.jwt.default-role"),
                    "Role of those who get none by their values; none: they are refused");
    public static final Setting<Integer> JWT_SKEW_SECONDS =
            listed(
                    number("milvaion.jwt.skew-seconds", 0, 300).initially(30),
                    "By how much the issuer's clock may differ");
    public static final Setting<Integer> JWT_TIMEOUT_MILLIS =
            listed(
                    number("milvaion.jwt.timeout-millis", 100, 60_000).initially(5_000),
                    "Limit of reading its keys");

    private KnownElsewhereSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }
}
