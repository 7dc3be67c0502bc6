package io.milvaion.web.see.settings;

import io.milvaion.platform.config.KnownElsewhereSettings;
import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.Release;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.mail.Mailer;
import io.milvaion.scheduler.ground.node.NodeIdentity;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.time.zone.Zones;
import io.milvaion.web.ground.access.ForAnybody;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.Part;
import io.milvaion.web.see.settings.InstallationSettings.FormLimits;
import io.milvaion.web.see.settings.InstallationSettings.InstallationFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How this installation presents itself, and what a page needs to know of it. */
@Path("/settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class SettingsResource {

    private static final List<String> LANGUAGES = List.of("en", "tr");

    @Inject NodeIdentity node;
    @Inject Mailer mailer;

    private Branding branding;
    private InstallationFeatures features;
    private FormLimits limits;

    /** A value that is not allowed keeps the application from starting. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var settings = SettingsReader.ofApplication();
        branding = Branding.from(settings);
        features =
                new InstallationFeatures(
                        mailer.isSetUp(),
                        settings.value(KnownProtectionSettings.MCP_ENABLED),
                        settings.given(KnownElsewhereSettings.OIDC_ISSUER).isPresent(),
                        settings.given(KnownElsewhereSettings.LDAP_URL).isPresent());
        limits =
                new FormLimits(
                        JobRules.MAX_DATA_BYTES,
                        Part.MOST,
                        settings.value(KnownSettings.EXPORT_MAX_ROWS),
                        settings.value(KnownSettings.RETRY_MAX_RETRIES),
                        settings.value(KnownSettings.RETRY_BASE_SECONDS),
                        settings.value(KnownSettings.AUTO_DISABLE_ENABLED)
                                ? settings.value(KnownSettings.AUTO_DISABLE_FAILURES)
                                : 0,
                        settings.value(KnownSettings.JOB_DISPATCHER_MISFIRE_THRESHOLD_SECONDS));
    }

    @GET
    @Needs
    @Operation(
            operationId = "readSettings",
            summary = "Read what this installation is called, can do and allows")
    public InstallationSettings read() {
        return new InstallationSettings(
                branding,
                Release.VERSION,
                node.id(),
                Zones.current().version().toString(),
                LANGUAGES,
                features,
                limits);
    }

    @GET
    @Path("/branding")
    @ForAnybody
    @Operation(
            operationId = "readBranding",
            summary = "Read by what people know this installation, before they have logged in")
    public Branding branding() {
        return branding;
    }
}
