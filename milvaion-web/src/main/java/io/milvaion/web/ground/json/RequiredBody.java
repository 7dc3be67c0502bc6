package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses requests without a body and without its type, for which the server reads null. */
@Provider
public class RequiredBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw new InvalidInput("", ApiJson.NO_BODY);
        }
        return body;
    }
}
