package io.milvaion.worker.runtime.job;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.milvaion.platform.json.ExactNumbers;
import io.milvaion.worker.sdk.PermanentJobException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads job data into what a job asks for, and says in one sentence what does not fit. */
public final class JobDataReader {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(times())
                    .addModule(new ExactNumbers())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            c ->
                                    List.of(
                                                    CoercionInputShape.Integer,
                                                    CoercionInputShape.Float,
                                                    CoercionInputShape.Boolean)
                                            .forEach(s -> c.setCoercion(s, CoercionAction.Fail)))
                    .build();

    private final Validator validator;
    private final WorkerSecrets secrets;

    /**
     * @param validator checks constraints on what was read, or null for none
     * @param secrets that references in data stand for
     */
    public JobDataReader(Validator validator, WorkerSecrets secrets) {
        this.validator = validator;
        this.secrets = secrets;
    }

    /**
     * @throws PermanentJobException if a secret is not known
     */
    ResolvedData resolved(ResolvedData data) {
        return data.resolved(secrets);
    }

    /**
     * @throws PermanentJobException if the text is no such data
     */
    <T> T read(String text, Class<T> type) {
        T data;
        try {
            data = MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new PermanentJobException(doesNotFit(type) + reason(e), e);
        }
        if (data == null) {
            throw new PermanentJobException(doesNotFit(type) + "it is null");
        }
        if (validator != null) {
            var violations = validator.validate(data);
            if (!violations.isEmpty()) {
                throw new PermanentJobException(
                        doesNotFit(type)
                                + violations.stream()
                                        .map(JobDataReader::reason)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            }
        }
        return data;
    }

    private static String doesNotFit(Class<?> type) {
        return "job data does not fit "
                + type.getName().substring(type.getPackageName().length() + 1).replace('$', '.')
                + ": ";
    }

    private static String reason(JsonProcessingException e) {
        var path = "";
        if (e instanceof JsonMappingException mapping) {
            path =
                    mapping.getPath().stream()
                            .map(
                                    step ->
                                            step.getFieldName() == null
                                                    ? "[" + step.getIndex() + "]"
                                                    : step.getFieldName())
                            .collect(Collectors.joining("."));
        }
        JsonLocation at = e.getLocation();
        return (path.isEmpty() ? "" : path + ": ")
                + e.getOriginalMessage()
                + (at == null
                        ? ""
                        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    private static String reason(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }

    private static SimpleModule times() {
        var module = new SimpleModule();
        parsed(module, Instant.class, Instant::parse);
        parsed(module, Duration.class, Duration::parse);
        parsed(module, LocalDate.class, LocalDate::parse);
        parsed(module, LocalTime.class, LocalTime::parse);
        parsed(module, LocalDateTime.class, LocalDateTime::parse);
        parsed(module, OffsetDateTime.class, OffsetDateTime::parse);
        parsed(module, ZonedDateTime.class, ZonedDateTime::parse);
        return module;
    }

    private static <T> void parsed(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addDeserializer(
                type,
                new JsonDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context)
                            throws IOException {
                        try {
                            return parse.apply(in.getText());
                        } catch (DateTimeException e) {
                            throw JsonMappingException.from(
                                    in, "\"" + in.getText() + "\" is no " + type.getSimpleName());
                        }
                    }
                });
    }
}
