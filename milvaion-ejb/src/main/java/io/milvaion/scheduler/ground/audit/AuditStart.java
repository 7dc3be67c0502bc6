package io.milvaion.scheduler.ground.audit;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.node.NodeIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells the audit on which node it is, and the secret of the installation. */
@ApplicationScoped
class AuditStart {

    @Inject NodeIdentity node;

    void on(@Observes @Initialized(ApplicationScoped.class) Object start) {
        var key =
                SettingsReader.ofApplication()
                        .given(KnownSettings.SECRET)
                        .map(ChainKey::of)
                        .orElse(ChainKey.NONE);
        Audit.begin(new Audit.Scribe(node.id(), key));
    }
}
