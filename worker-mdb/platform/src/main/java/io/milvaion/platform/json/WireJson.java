package io.milvaion.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.milvaion.contract.JobMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.UnknownCode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Messages on the wire: camelCase, ISO-8601 UTC with milliseconds, enums as codes, nulls left out,
 * unknown members ignored. Safe to share between threads.
 */
public final class WireJson {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new InstantWriter())
                                    .addDeserializer(Instant.class, new InstantReader())
                                    .addSerializer(OccurrenceState.class, new StateWriter())
                                    .addDeserializer(OccurrenceState.class, new StateReader()))
                    .addModule(new ExactNumbers())
                    .addMixIn(JobMessage.class, JobMessageShape.class)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private WireJson() {}

    public static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + message.getClass(), e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws PoisonMessage if the body is not such a message; the text says why
     */
    public static <T> T read(byte[] body, Class<T> type) throws PoisonMessage {
        try {
            T message = MAPPER.readValue(body, type);
            if (message == null) {
                throw new PoisonMessage("the body is null", null);
            }
            return message;
        } catch (IOException e) {
            throw new PoisonMessage("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    /** Job data is JSON inside JSON, not text inside JSON. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface JobMessageShape {
        @JsonRawValue
        @JsonDeserialize(using = RawJsonReader.class)
        String data();
    }

    private static final class InstantWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(WireInstant.format(value));
        }
    }

    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            try {
                return WireInstant.parse(in.getText());
            } catch (DateTimeException e) {
                return (Instant)
                        context.handleWeirdStringValue(Instant.class, in.getText(), "no instant");
            }
        }
    }

    private static final class StateWriter extends JsonSerializer<OccurrenceState> {
        @Override
        public void serialize(OccurrenceState value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(value.code());
        }
    }

    private static final class StateReader extends JsonDeserializer<OccurrenceState> {
        @Override
        public OccurrenceState deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            try {
                return OccurrenceState.of(in.getIntValue());
            } catch (UnknownCode e) {
                return (OccurrenceState)
                        context.handleWeirdNumberValue(
                                OccurrenceState.class, in.getIntValue(), e.getMessage());
            }
        }
    }

    private static final class RawJsonReader extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return in.readValueAsTree().toString();
        }
    }
}
