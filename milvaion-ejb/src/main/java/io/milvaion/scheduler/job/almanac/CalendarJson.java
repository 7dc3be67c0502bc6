package io.milvaion.scheduler.job.almanac;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule.When;
import io.milvaion.scheduler.time.calendar.RuleKind;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Definitions of calendars as they are stored: as the API writes them, without what is absent. */
public final class CalendarJson {

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .registerModule(
                            new SimpleModule()
                                    .addSerializer(LocalDate.class, new DateWriter())
                                    .addSerializer(DayOfWeek.class, new WordWriter<>())
                                    .addSerializer(RuleKind.class, new WordWriter<>())
                                    .addSerializer(When.class, new WordWriter<>())
                                    .addDeserializer(LocalDate.class, new DateReader())
                                    .addDeserializer(
                                            DayOfWeek.class, new WordReader<>(DayOfWeek.class))
                                    .addDeserializer(
                                            RuleKind.class, new WordReader<>(RuleKind.class))
                                    .addDeserializer(When.class, new WordReader<>(When.class))
                                    .addKeyDeserializer(LocalDate.class, new DateKey()))
                    .setSerializationInclusion(JsonInclude.Include.NON_EMPTY)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private CalendarJson() {}

    /** A definition as a JSON object; null stays null. */
    public static JsonNode tree(CalendarDefinition definition) {
        return definition == null ? null : MAPPER.valueToTree(definition);
    }

    static String write(CalendarDefinition definition) {
        try {
            return MAPPER.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static CalendarDefinition read(String json) {
        try {
            return MAPPER.readValue(json, CalendarDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored calendar is broken", e);
        }
    }

    private static final class DateWriter extends JsonSerializer<LocalDate> {
        @Override
        public void serialize(LocalDate value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class WordWriter<E extends Enum<E>> extends JsonSerializer<E> {
        @Override
        public void serialize(E value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(Words.of(value));
        }
    }

    private static final class DateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return LocalDate.parse(in.getText());
        }
    }

    private static final class WordReader<E extends Enum<E>> extends JsonDeserializer<E> {

        private final Words<E> words;

        WordReader(Class<E> type) {
            words = Words.of(type);
        }

        @Override
        public E deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return words.read(in.getText()).orElseThrow();
        }
    }

    private static final class DateKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return LocalDate.parse(key);
        }
    }
}
