package io.milvaion.web.ground.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that may cost much more than others: searches, previews, exports, and what changes many
 * things at once. It takes from a bucket of its own, {@code milvaion.limit.expensive-per-second}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Expensive {

    /** It costs much only with this query parameter; empty: always. */
    String with() default "";
}
