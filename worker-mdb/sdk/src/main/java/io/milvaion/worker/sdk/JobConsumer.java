package io.milvaion.worker.sdk;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class that implements {@link Job} a bean which runs the occurrences of one job type. Each
 * attempt gets its own instance unless the class declares another scope. What is set here are
 * defaults of the code: the keys {@code job-consumers.<ClassName>.*} of the configuration win over
 * them, and what a job defines wins over both.
 */
@Stereotype
@Dependent
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JobConsumer {

    /** For numbers that are not set. */
    int UNSET = -1;

    /**
     * The job type, {@code [a-z0-9][a-z0-9_-]{0,79}}. By default the simple class name in lower
     * case without a trailing "job": {@code SendEmailJob} is {@code sendemail}.
     */
    String type() default "";

    /** Attempts of this type at once in one worker process; by default all that it may run. */
    int maxParallelJobs() default UNSET;

    /** Limit of one attempt in seconds; none by default. */
    int timeoutSeconds() default UNSET;

    /** Retries after the first attempt; the scheduler's default if not set. */
    int maxRetries() default UNSET;

    /** What becomes of an attempt whose claim another process has taken. */
    OnClaimLost onClaimLost() default OnClaimLost.DEFAULT;

    /** Seconds before the first retry, doubled for each next one; the scheduler's by default. */
    int retryBaseSeconds() default UNSET;
}
