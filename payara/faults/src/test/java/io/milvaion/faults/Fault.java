package io.milvaion.faults;

import io.milvaion.faults.host.Tool;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of a fault in the cluster; the method may ask for the cluster and an experiment. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(FaultExtension.class)
@interface Fault {

    /** By which it is selected. */
    int number();

    /** What breaks, in a few words. */
    String name();

    /** Whether it is one of the few that every change must pass. */
    boolean inShortSelection() default false;

    /** What it takes beyond a cluster. */
    Tool[] needs() default {};
}
