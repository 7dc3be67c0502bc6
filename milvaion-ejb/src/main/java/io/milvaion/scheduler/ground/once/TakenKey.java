package io.milvaion.scheduler.ground.once;

import java.util.UUID;

/**
 * A key that a request has taken, or the answer to the one that had it.
 *
 * @param thingId the id of what the request makes
 * @param holder who may keep the answer
 * @param answer null if the request is to be carried out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TakenKey(byte[] scope, UUID thingId, UUID holder, KeptAnswer answer) {}
