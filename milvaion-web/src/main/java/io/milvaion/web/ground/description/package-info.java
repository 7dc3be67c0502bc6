/**
 * The description of the REST interface (OpenAPI 3.1).
 *
 * <p>The build scans the resources by their annotations; {@link
 * io.milvaion.web.ground.description.Describe} then adds what the annotations of this application
 * say, so that it is said once: who may call what ({@code @Needs}), keys of repeated requests,
 * which members of a record are always there and which may be null, what every refusal looks like,
 * an example of each body. A node serves the outcome as it is.
 */
package io.milvaion.web.ground.description;
