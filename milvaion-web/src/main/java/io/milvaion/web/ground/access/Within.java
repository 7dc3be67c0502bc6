package io.milvaion.web.ground.access;

import io.milvaion.scheduler.see.reach.Belonging;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands at a resource method that needs a permission on jobs, and says how it keeps within what
 * its caller reaches. Without it nobody may call it whose permission is limited to some jobs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Within {

    /**
     * What the parameter {@code id} of its path names: that is looked up before. Nothing: what the
     * method shows and changes it narrows itself by {@link CurrentCaller#reach}.
     */
    Belonging[] value() default {};
}
