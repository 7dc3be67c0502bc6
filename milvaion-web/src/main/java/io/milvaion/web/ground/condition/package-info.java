/** The headers {@code If-Match} and {@code If-None-Match}, RFC 9110 section 13.1. */
package io.milvaion.web.ground.condition;
