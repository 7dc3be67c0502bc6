package io.milvaion.web.ground.once;

import io.milvaion.scheduler.ground.once.KeptAnswer;
import io.milvaion.scheduler.ground.once.KeyedRequest;
import io.milvaion.scheduler.ground.once.RequestKeys;
import io.milvaion.scheduler.ground.once.TakenKey;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.json.ApiJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets a client repeat any POST that has a key: it is carried out once, and its repetitions get the
 * same answer, a refusal, too. Answers of a server that has failed are not kept, nor those that
 * decide nothing, and nothing that is {@link Confidential}.
 */
@Provider
@ApplicationScoped
public class IdempotencyKeys implements ContainerRequestFilter, ContainerResponseFilter {

    public static final String HEADER = "Idempotency-Key";

    private static final System.Logger LOG = System.getLogger(IdempotencyKeys.class.getName());
    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");
    private static final String TAKEN = IdempotencyKeys.class.getName();

    /** Who asks was not known, or too often there, or too slow: nothing of it was looked at. */
    private static final Set<Integer> PASSING = Set.of(401, 408, 429);

    @Inject RequestKeys keys;
    @Inject CurrentActor actor;
    @Inject ChosenId chosen;
    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString(HEADER);
        if (key == null || !takesKey(request)) {
            return;
        }
        if (!FORM.matcher(key).matches()) {
            throw new InvalidInput(HEADER, "1 to 200 characters of ASCII without spaces.");
        }
        if (resource.getResourceMethod().isAnnotationPresent(Confidential.class)) {
            throw new InvalidInput(HEADER, "Not here: nothing of a secret is kept for later.");
        }
        var taken = keys.take(keyed(key, request));
        if (taken.answer() == null) {
            request.setProperty(TAKEN, taken);
            chosen.choose(taken.thingId());
        } else {
            request.abortWith(again(taken.answer()));
        }
    }

    private boolean takesKey(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST)
                || resource.getResourceMethod().isAnnotationPresent(Keyed.class);
    }

    private KeyedRequest keyed(String key, ContainerRequestContext request) throws IOException {
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        var uri = request.getUriInfo().getRequestUri();
        var ifMatch = request.getHeaderString(HttpHeaders.IF_MATCH);
        return new KeyedRequest(
                key,
                List.of(actor.credential(), request.getMethod(), uri.getRawPath()),
                List.of(bytes(uri.getRawQuery()), bytes(ifMatch), body));
    }

    private static byte[] bytes(String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }

    private static Response again(KeptAnswer answer) {
        return Response.status(answer.status())
                .header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.etag())
                .type(answer.mediaType())
                .entity(answer.body())
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws IOException {
        if (!(request.getProperty(TAKEN) instanceof TakenKey taken)) {
            return;
        }
        try {
            if (!isDecided(response.getStatus())) {
                keys.giveBack(taken);
            } else {
                keys.keep(taken, answer(response));
            }
        } catch (RuntimeException e) { // the key is held for a minute, then it can be taken over
            LOG.log(System.Logger.Level.WARNING, "an answer is not kept: {0}", e.toString());
        }
    }

    /** Whether the request would get the same answer again, as long as nobody changes anything. */
    static boolean isDecided(int status) {
        return status < 500 && !PASSING.contains(status);
    }

    /** Makes the bytes that are sent the ones that are kept. */
    private static KeptAnswer answer(ContainerResponseContext response) throws IOException {
        byte[] body = null;
        MediaType type = null;
        if (response.hasEntity()) {
            body = ApiJson.write(response.getEntity());
            type =
                    response.getMediaType() == null
                            ? MediaType.APPLICATION_JSON_TYPE
                            : response.getMediaType();
            response.setEntity(body, null, type);
        }
        return new KeptAnswer(
                response.getStatus(),
                type == null ? null : type.toString(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                body);
    }
}
