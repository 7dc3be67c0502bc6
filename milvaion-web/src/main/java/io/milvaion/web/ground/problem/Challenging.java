package io.milvaion.web.ground.problem;

/** A refusal that says in {@code WWW-Authenticate} how to become known. */
public interface Challenging {
    String challenge();
}
