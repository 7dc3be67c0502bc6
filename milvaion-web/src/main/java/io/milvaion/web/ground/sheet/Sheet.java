package io.milvaion.web.ground.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row and never held; ends when it is closed. */
public interface Sheet extends Closeable {

    /**
     * Writes a row.
     *
     * @param cells text, numbers, flags or null; text never becomes a formula
     */
    void row(List<?> cells) throws IOException;
}
