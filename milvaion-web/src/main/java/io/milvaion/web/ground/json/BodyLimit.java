package io.milvaion.web.ground.json;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Refuses bodies that are too large, by their length when it is given, else by counting. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int LARGE = 16 * 1024 * 1024;

    /** Of addresses that take many things at once. */
    private static final Map<String, Integer> LARGER = Map.of("apply", LARGE, "imports", LARGE);

    @Override
    public void filter(ContainerRequestContext request) {
        int most = LARGER.getOrDefault(request.getUriInfo().getPath(), MAX_BYTES);
        if (request.getLength() > most) {
            throw new BodyTooLarge(most);
        }
        request.setEntityStream(new Counted(request.getEntityStream(), length(request), most));
    }

    /** Negative if only the end of the stream tells it. */
    private static int length(ContainerRequestContext request) {
        boolean endless =
                request.getLength() < 0
                        && request.getHeaderString("Upgrade") != null
                        && request.getHeaderString("Transfer-Encoding") == null;
        return endless ? 0 : request.getLength();
    }

    /**
     * Ends where the request says: after an {@code Upgrade} the server goes on waiting for more.
     */
    private static final class Counted extends FilterInputStream {
        private final int length;
        private final int limit;
        private int count;

        /**
         * @param length negative if the request does not say it
         */
        Counted(InputStream in, int length, int limit) {
            super(in);
            this.length = length;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            return count == length ? -1 : counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            if (count == length) {
                return -1;
            }
            int wanted = length < 0 ? most : Math.min(most, length - count);
            int read = super.read(buffer, offset, wanted);
            return counted(read, read);
        }

        private int counted(int result, int bytes) {
            count += result < 0 ? 0 : bytes;
            if (count > limit) {
                throw new BodyTooLarge(limit);
            }
            return result;
        }
    }
}
