package io.milvaion.web.ground.json;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are too large, by their length when it is given, else by counting. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    static final int MAX_BYTES = 2 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw new BodyTooLarge(MAX_BYTES);
        }
        request.setEntityStream(new Counted(request.getEntityStream()));
    }

    private static final class Counted extends FilterInputStream {
        private int left = MAX_BYTES;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge(MAX_BYTES);
            }
        }
    }
}
