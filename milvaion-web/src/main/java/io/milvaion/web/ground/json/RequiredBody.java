package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Refuses requests without a body and without its type, for which the server reads null, and says
 * whose fault it is when a body does not come whole.
 */
@Provider
public class RequiredBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) {
        var body = read(context);
        if (body == null) {
            throw new InvalidInput("", ApiJson.NO_BODY);
        }
        return body;
    }

    private static Object read(ReaderInterceptorContext context) {
        try {
            return context.proceed();
        } catch (IOException e) {
            throw new ClientErrorException(Response.Status.REQUEST_TIMEOUT, e);
        }
    }
}
