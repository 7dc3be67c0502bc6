package io.milvaion.web.ground.access;

import io.milvaion.scheduler.people.role.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the caller of a resource method must be permitted; without a permission it is enough to have
 * logged in. It stands at each method: what one method of a class needs says nothing of the next.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission[] value() default {};
}
