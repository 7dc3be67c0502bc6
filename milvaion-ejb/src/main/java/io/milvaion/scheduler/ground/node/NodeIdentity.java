package io.milvaion.scheduler.ground.node;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** The id of this node: its name and eight random digits, so that a restart is another node. */
@ApplicationScoped
public class NodeIdentity {

    private String id;

    @PostConstruct
    void choose() {
        var name =
                SettingsReader.ofApplication()
                        .given(KnownSettings.NODE_NAME)
                        .orElseGet(NodeIdentity::hostName);
        id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public String id() {
        return id;
    }

    static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
