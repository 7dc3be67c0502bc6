package io.milvaion.web.ground.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands at a resource method in place of {@link Needs}: nobody has to log in for it. {@code
 * PermitAll} would do, but for that Payara has everybody authenticated who has not been, and writes
 * both answers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForAnybody {}
