package io.milvaion.scheduler.people.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.Identity;
import io.milvaion.scheduler.people.elsewhere.Trust;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Asks the directory of the settings, if there is one, who people are. */
@ApplicationScoped
public class Directory {

    private static final QuietLog LOG = QuietLog.of(Directory.class);

    private Optional<DirectorySettings> settings = Optional.empty();
    private DirectoryLine line; // null without settings

    @PostConstruct
    void readSettings() {
        var reader = SettingsReader.ofApplication();
        use(DirectorySettings.from(reader), Trust.from(reader));
    }

    void use(Optional<DirectorySettings> given, SSLContext tls) {
        settings = given;
        try {
            line = given.isPresent() ? new DirectoryLine(given.get(), tls) : null;
        } catch (LDAPException e) {
            throw new IllegalStateException("no connections to the directory are possible", e);
        }
    }

    @PreDestroy
    void close() {
        if (line != null) {
            line.close();
        }
    }

    public boolean isKnown() {
        return settings.isPresent();
    }

    /** Names of the roles that follow from somebody's groups. */
    public Set<String> roles(Identity identity) {
        return settings.map(s -> s.mapping().of(identity.groups())).orElse(Set.of());
    }

    /**
     * Recognises somebody.
     *
     * @return empty if that is nobody's name and password, or there is no directory
     * @throws Away if the directory does not answer, or not as it should
     */
    public Optional<Identity> recognise(String name, String password) {
        if (settings.isEmpty() || password.isEmpty() || !isName(name)) {
            return Optional.empty();
        }
        try {
            return settings.get().lookup().userDn().isPresent()
                    ? byTheirOwnEyes(settings.get(), name, password)
                    : byService(settings.get(), name, password);
        } catch (LDAPException e) {
            LOG.log(System.Logger.Level.WARNING, "the directory: {0}", e.getResultCode());
            throw new Away("The directory");
        }
    }

    private Optional<Identity> byService(DirectorySettings to, String name, String password)
            throws LDAPException {
        var pool = line.pool();
        var entry = to.lookup().find(pool, name, to.groups().attribute());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        var bind = new SimpleBindRequest(entry.get().getDN(), password);
        try {
            pool.bindAndRevertAuthentication(bind);
        } catch (LDAPException e) {
            return refused(e);
        }
        return Optional.of(identity(to, entry.get(), to.groups().of(entry.get(), pool), name));
    }

    private Optional<Identity> byTheirOwnEyes(DirectorySettings to, String name, String password)
            throws LDAPException {
        try (var connection = line.open()) {
            try {
                connection.bind(to.lookup().userDn().orElseThrow().withName(name), password);
            } catch (LDAPException e) {
                return refused(e);
            }
            var entry = to.lookup().find(connection, name, to.groups().attribute());
            return entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            identity(
                                    to,
                                    entry.get(),
                                    to.groups().of(entry.get(), connection),
                                    name));
        }
    }

    /** A directory that cannot tell is away; any other reason is the affair of who logs in. */
    private static Optional<Identity> refused(LDAPException e) throws LDAPException {
        var code = e.getResultCode();
        if (!code.isConnectionUsable()
                || code.isClientSideResultCode()
                || code.equals(ResultCode.BUSY)
                || code.equals(ResultCode.UNAVAILABLE)
                || code.equals(ResultCode.CONFIDENTIALITY_REQUIRED)) {
            throw e;
        }
        return Optional.empty();
    }

    private static Identity identity(
            DirectorySettings to, SearchResultEntry entry, Set<String> groups, String typed) {
        byte[] id = entry.getAttributeValueBytes(to.lookup().id());
        if (id == null) {
            LOG.log(System.Logger.Level.WARNING, "entries have no {0}", to.lookup().id());
            throw new Away("The directory");
        }
        var text = entry.getAttributeValue(to.lookup().id());
        boolean readable = text.chars().allMatch(c -> c > ' ' && c < 127);
        var name = entry.getAttributeValue(to.lookup().name());
        return new Identity(
                Identity.DIRECTORY,
                readable ? text : HexFormat.of().formatHex(id),
                name == null ? typed : name,
                groups);
    }

    /** Some directories end a text where a control character is. */
    private static boolean isName(String typed) {
        return typed.chars().noneMatch(Character::isISOControl);
    }
}
