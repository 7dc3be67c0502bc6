package io.milvaion.web.declare.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;

/** How objects of a kind are written in documents. */
public interface Form<T extends Record> {

    ObjectKind<T> kind();

    Permission reads();

    Permission writes();

    /**
     * Reads what a document wants.
     *
     * @param before what is there, or null
     */
    WantedObject<T> read(String name, ObjectNode spec, T before, Caller caller);

    /** Writes what is there, without what is so by default. */
    ObjectNode write(T is);

    /** The value of a field, for people who compare. */
    JsonNode value(String field, Object value);

    /** The JSON Schema of {@code spec}. */
    ObjectNode schema();
}
