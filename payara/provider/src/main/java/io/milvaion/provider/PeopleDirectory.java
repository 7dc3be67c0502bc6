package io.milvaion.provider;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.ArrayList;
import javax.net.ssl.SSLContext;

/** A running directory with people and their groups. */
public final class PeopleDirectory implements AutoCloseable {

    public static final String BASE = "dc=example,dc=org";
    public static final String PEOPLE = "ou=people," + BASE;
    public static final String GROUPS = "ou=groups," + BASE;
    public static final String SERVICE = "cn=service," + BASE;
    public static final String SERVICE_PASSWORD = "the service's own";

    private final InMemoryDirectoryServer server;

    private PeopleDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /**
     * Starts one on 127.0.0.1.
     *
     * @param port 0: any
     * @param tls for StartTLS, and for {@code ldaps} on another port; null: neither
     */
    public static PeopleDirectory start(int port, SSLContext tls) {
        try {
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(SERVICE, SERVICE_PASSWORD);
            var here = InetAddress.getLoopbackAddress();
            var open =
                    InMemoryListenerConfig.createLDAPConfig(
                            "open", here, port, tls == null ? null : tls.getSocketFactory());
            if (tls == null) {
                config.setListenerConfigs(open);
            } else {
                config.setListenerConfigs(
                        open,
                        InMemoryListenerConfig.createLDAPSConfig(
                                "tls", here, 0, tls.getServerSocketFactory(), null));
            }
            var server = new InMemoryDirectoryServer(config);
            server.startListening();
            var directory = new PeopleDirectory(server);
            directory.fill();
            return directory;
        } catch (LDAPException e) {
            throw new IllegalStateException("the directory does not start", e);
        }
    }

    public int port() {
        return server.getListenPort("open");
    }

    public int tlsPort() {
        return server.getListenPort("tls");
    }

    /** The server itself, for whatever else a test does to it. */
    public InMemoryDirectoryServer server() {
        return server;
    }

    /** Adds somebody; the name is escaped as a DN needs it. */
    public void addPerson(String uid, String password) {
        var rdn = new RDN("uid", uid);
        add(
                "dn: " + rdn + "," + PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: " + password);
    }

    /** Adds a group of people. */
    public void addGroup(String cn, String... uids) {
        var lines = new ArrayList<String>();
        lines.add("dn: cn=" + cn + "," + GROUPS);
        lines.add("objectClass: groupOfNames");
        for (String uid : uids) {
            lines.add("member: " + dn(uid));
        }
        add(lines.toArray(String[]::new));
    }

    public static String dn(String uid) {
        return new RDN("uid", uid) + "," + PEOPLE;
    }

    /** What an entry keeps for ever. */
    public String id(String uid) {
        try {
            return server.getEntry(dn(uid), "entryUUID").getAttributeValue("entryUUID");
        } catch (LDAPException e) {
            throw new IllegalArgumentException(uid, e);
        }
    }

    /** Adds an entry of LDIF. */
    public void add(String... ldif) {
        try {
            server.add(ldif);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalArgumentException(String.join("\n", ldif), e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private void fill() {
        add("dn: " + BASE, "objectClass: domain", "dc: example");
        add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
    }
}
