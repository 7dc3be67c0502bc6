package io.milvaion.provider;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** A running provider at which people log in with a form; their passwords are their names. */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "milvaion";
    public static final String CLIENT_SECRET = "a secret: with+signs%";

    private static final String SPRING = "springSecurityFilterChain";

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigWebApplicationContext spring =
            new AnnotationConfigWebApplicationContext();
    private final RequestCounter counter = new RequestCounter("/oauth2/jwks");
    private final ProviderState state;

    /** What is there besides the filters. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }

    private OpenIdProvider(int port, String redirectUri) {
        state = new ProviderState("http://127.0.0.1:" + port, redirectUri);
        spring.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("state", state));
        spring.register(ProviderConfiguration.class);
    }

    /**
     * Starts one for a client that takes people back at an address.
     *
     * @param port 0: any
     */
    public static OpenIdProvider start(int port, String redirectUri) {
        var provider = new OpenIdProvider(port == 0 ? freePort() : port, redirectUri);
        try {
            provider.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("the provider does not start", e);
        }
        return provider;
    }

    public URI issuer() {
        return URI.create(state.issuer());
    }

    /** Gives somebody these values of the claim {@code groups}. */
    public void put(String name, String... groups) {
        state.put(name, groups);
    }

    /** Signs with a new key from now on, and publishes no other. */
    public void rotate() {
        state.rotate();
    }

    /** Changes the claims of each ID token before it is signed. */
    public void alter(Consumer<Map<String, Object>> change) {
        state.alter(change);
    }

    /** How often its keys have been read. */
    public int keysRead() {
        return counter.count();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        } finally {
            spring.close();
        }
    }

    private void run() throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory(Path.of("target"), "provider").toString());
        tomcat.setPort(issuer().getPort());
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var application = tomcat.addContext("", null);
        application.addServletContainerInitializer(
                (classes, servlets) -> {
                    spring.setServletContext(servlets);
                    spring.refresh();
                },
                Set.of());
        // else no filter is asked
        Tomcat.addServlet(application, "nothing", new Nothing()).addMapping("/");
        addFilter(application, "counter", counter);
        addFilter(application, SPRING, new DelegatingFilterProxy(SPRING, spring));
        tomcat.start();
    }

    private static void addFilter(Context application, String name, Filter filter) {
        var definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        application.addFilterDef(definition);
        var mapping = new FilterMap();
        mapping.setFilterName(name);
        mapping.addURLPattern("/*");
        application.addFilterMap(mapping);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
