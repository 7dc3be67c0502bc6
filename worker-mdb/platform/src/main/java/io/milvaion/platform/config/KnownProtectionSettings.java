package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.address;
import static io.milvaion.platform.config.Setting.flag;
import static io.milvaion.platform.config.Setting.names;
import static io.milvaion.platform.config.Setting.number;
import static io.milvaion.platform.config.Setting.oneOf;
import static io.milvaion.platform.config.Setting.secret;
import static io.milvaion.platform.config.Setting.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings of {@link KnownSettings} that say how people, requests and workers are checked. */
public final class KnownProtectionSettings {

    static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<String> LOGIN_SECOND_FACTOR =
            listed(
                    oneOf("milvaion.login.second-factor", "off", "optional", "required")
                            .initially("optional"),
                    "Whether a login asks for a code of an authenticator app: never, from who has"
                            + " set one up, or from everybody, so that who has none may only set"
                            + " one up");

    public static final Setting<URI> HTTP_PUBLIC_URL =
            listed(
                    address("milvaion.http.public-url", "https", "http"),
                    "Where people reach the page, for links in mail; never taken from a request");
    public static final Setting<String> MAIL_HOST =
            listed(
                    text("milvaion.mail.host"),
                    "SMTP server; without one nobody gets a link to a new password");
    public static final Setting<Integer> MAIL_PORT =
            listed(number("milvaion.mail.port", 1, 65_535).initially(587), "Its port");
    public static final Setting<String> MAIL_ENCRYPTION =
            listed(
                    oneOf("milvaion.mail.encryption", "starttls", "tls", "none")
                            .initially("starttls"),
                    "How the connection is encrypted; a server that does not offer it gets nothing");
    public static final Setting<String> MAIL_USER =
            listed(text("milvaion.mail.user"), "Login at the server, if it wants one");
    public static final Setting<String> MAIL_PASSWORD =
            listed(secret("milvaion.mail.password", "text", ".+"), "Its password");
    public static final Setting<String> MAIL_FROM =
            listed(
                    text("milvaion.mail.from", "an e-mail address").initially("milvaion@localhost"),
                    "Sender of all mail");

    public static final Setting<Integer> LIMIT_CALLER_PER_SECOND =
            listed(
                    number("milvaion.limit.caller-per-second", 0, 1_000_000).initially(1_000),
                    "Requests that a caller may send to a node, ten times as many at once; 0: any");
    public static final Setting<Integer> LIMIT_ADDRESS_PER_SECOND =
            listed(
                    number("milvaion.limit.address-per-second", 0, 1_000_000).initially(100),
                    "Requests from one address whose callers are not known, ten times as many at"
                            + " once; 0: any");
    public static final Setting<Integer> LIMIT_EXPENSIVE_PER_SECOND =
            listed(
                    number("milvaion.limit.expensive-per-second", 0, 1_000_000).initially(20),
                    "Searches, previews, exports and changes of many things by a caller, ten times"
                            + " as many at once; 0: any");

    public static final Setting<Boolean> MCP_ENABLED =
            listed(
                    flag("milvaion.mcp.enabled").initially(true),
                    "Whether `/mcp` answers, the endpoint for language models");
    public static final Setting<Set<String>> MCP_TOOLS_OFF =
            listed(
                    names("milvaion.mcp.tools-off", "[a-z_]+", "names divided by commas")
                            .describedAs("none"),
                    "Tools of `/mcp` that nobody is to have, such as `delete_job`");

    public static final Setting<Set<String>> CALENDARS_ALLOWED_HOSTS =
            listed(
                    names(
                                    "milvaion.calendars.allowed-hosts",
                                    "(\\*\\.)?[a-z0-9_:]([a-z0-9_.:-]*[a-z0-9_])?",
                                    "names and addresses divided by commas; `*.example.org`: all below it")
                            .describedAs("none"),
                    "Hosts from which iCalendar files are read, over HTTPS; a host in a private"
                            + " network only if its address is listed, too");

    public static final Setting<String> WORKERS_KEYS =
            listed(
                    secret("milvaion.workers.keys", "`group=key`, divided by commas", ".+"),
                    "Keys with which worker groups sign; a group may have two while its key is"
                            + " replaced. What such a group sends is not heard without");
    public static final Setting<String> WORKERS_KEYS_FILE =
            listed(
                    text("milvaion.workers.keys-file"),
                    "File that holds them, one a line, if they are not given");
    public static final Setting<String> WORKERS_USERS =
            listed(
                    text("milvaion.workers.users", "`group=user`, divided by commas"),
                    "Users of RabbitMQ that prove worker groups in place of a signature");
    public static final Setting<String> WORKERS_UNSIGNED =
            listed(
                    oneOf("milvaion.workers.unsigned", "accept", "refuse").initially("accept"),
                    "Whether worker groups with neither key nor user are heard, as far as runs are"
                            + " not pinned to one that has");

    private KnownProtectionSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }
}
