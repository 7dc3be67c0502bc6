package io.milvaion.cli.context;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.UUID;

/**
 * A server, and what it knows us by.
 *
 * @param user who has logged in
 * @param keyId of the key that the login made, which a logout revokes; null if it was given
 * @param caFile certificates of the authorities that are trusted; null: those of Java
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Context(URI address, String user, String apiKey, UUID keyId, String caFile) {}
