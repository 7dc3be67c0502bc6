package io.milvaion.scheduler.people.directory;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.provider.PeopleDirectory;
import io.milvaion.scheduler.people.elsewhere.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A directory as a node asks it. */
public final class DirectoryScene {

    private DirectoryScene() {}

    /** Without TLS, by a service account; with settings after {@code milvaion.ldap.} or whole. */
    public static Directory at(int port, String... more) {
        var all = new HashMap<String, String>();
        all.put("milvaion.ldap.url", "ldap://127.0.0.1:" + port);
        all.put("milvaion.ldap.start-tls", "false");
        all.put("milvaion.ldap.bind-dn", PeopleDirectory.SERVICE);
        all.put("milvaion.ldap.bind-password", PeopleDirectory.SERVICE_PASSWORD);
        all.put("milvaion.ldap.user-base", PeopleDirectory.PEOPLE);
        all.put("milvaion.ldap.group-base", PeopleDirectory.GROUPS);
        all.put(
                "milvaion.ldap.roles",
                "ops=Operator; CN=Bosses, " + PeopleDirectory.GROUPS + "=Admin");
        for (String pair : more) {
            var key = pair.split("=", 2)[0];
            all.put(
                    key.startsWith("milvaion.") ? key : "milvaion.ldap." + key,
                    pair.split("=", 2)[1]);
        }
        return with(all);
    }

    private static Directory with(Map<String, String> all) {
        var reader = new SettingsReader(key -> Optional.ofNullable(all.get(key)));
        var directory = new Directory();
        directory.use(DirectorySettings.from(reader), Trust.from(reader));
        return directory;
    }
}
