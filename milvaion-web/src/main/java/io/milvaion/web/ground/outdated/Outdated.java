package io.milvaion.web.ground.outdated;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands at a resource method that has a newer form; its answers say so. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Outdated {

    /** Only a request with one of these query parameters is outdated; none: each request is. */
    String[] parameters() default {};
}
