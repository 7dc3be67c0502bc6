package io.milvaion.web.ground.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the audit calls a method that writes. What it does, the domain records with the same word,
 * in its transaction; that it was refused, {@link AuditFilter} does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Records {

    /** For a method that only looks like one that writes. */
    String NOTHING = "";

    /** Like {@code job.update}. */
    String value();
}
