package io.milvaion.scheduler.ground.word;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.milvaion.platform.json.WireInstant;
import java.io.IOException;
import java.time.Instant;

/** Writes enumerations as {@link Words}, and instants in UTC with milliseconds. */
public final class AnswerModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"rawtypes", "unchecked"}) // an enumeration of any type
    public AnswerModule() {
        addSerializer(Instant.class, new InstantWriter());
        addSerializer((Class) Enum.class, new WordWriter());
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(WireInstant.format(value));
        }
    }

    private static final class WordWriter extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(Words.of(value));
        }
    }
}
