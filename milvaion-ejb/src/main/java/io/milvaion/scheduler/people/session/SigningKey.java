package io.milvaion.scheduler.people.session;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/** A key pair that signs access tokens (ES256). */
record SigningKey(ECKey pair, Instant createdAt) {}
