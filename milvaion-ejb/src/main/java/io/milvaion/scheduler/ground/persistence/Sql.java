package io.milvaion.scheduler.ground.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;

/**
 * A statement whose parameters have names, {@code :id}, and that may have optional conditions. The
 * texts are code, never input; input is bound.
 */
public final class Sql extends Statement {

    private final StringBuilder text;
    private final Map<String, Object> arguments = new HashMap<>();
    private String joint = " where ";

    private Sql(String text) {
        this.text = new StringBuilder(text);
    }

    public static Sql of(String text) {
        return new Sql(text);
    }

    /**
     * Binds a value.
     *
     * @param value string, number, boolean, uuid, bytes, date, instant (as {@code timestamptz}) or
     *     null
     */
    public Sql with(String name, Object value) {
        if (arguments.containsKey(name)) {
            throw new IllegalStateException(":" + name + " is bound twice in: " + text);
        }
        arguments.put(name, value);
        return this;
    }

    /** Binds {@code uuid[]}. */
    public Sql uuids(String name, Collection<UUID> values) {
        return with(name, new Elements("uuid", values));
    }

    /** Binds {@code text[]}, or null. */
    public Sql texts(String name, Collection<String> values) {
        return with(name, values == null ? null : new Elements("text", values));
    }

    /** Binds {@code date[]}. */
    public Sql dates(String name, Collection<LocalDate> values) {
        return with(name, new Elements("date", values));
    }

    /** Adds a condition with one parameter, and binds it; leaves it out if the argument is null. */
    public Sql where(String condition, Object argument) {
        if (argument == null) {
            return this;
        }
        var names = new LinkedHashSet<>(NamedText.of(condition).names());
        if (names.size() != 1) {
            throw new IllegalStateException("not one parameter in: " + condition);
        }
        return where(condition).with(names.iterator().next(), argument);
    }

    /** Adds a condition. */
    public Sql where(String condition) {
        text.append(joint).append(condition);
        joint = " and ";
        return this;
    }

    /** Adds what follows the conditions. */
    public Sql then(String end) {
        text.append(' ').append(end);
        return this;
    }

    /** For a statement whose good plan depends on its arguments, like which partitions it reads. */
    public Sql plannedEachTime() {
        planEachTime();
        return this;
    }

    /** Ends the statement after so many seconds, whatever the connection allows. */
    public Sql answeredWithin(int seconds) {
        limitTo(seconds);
        return this;
    }

    /**
     * @throws IllegalStateException if a parameter has no value, or a value no parameter
     */
    @Override
    Bound bound() {
        var named = NamedText.of(text.toString());
        for (var name : arguments.keySet()) {
            if (!named.names().contains(name)) {
                throw new IllegalStateException("no :" + name + " in: " + text);
            }
        }
        var values = new ArrayList<Object>(named.names().size());
        for (var name : named.names()) {
            if (!arguments.containsKey(name)) {
                throw new IllegalStateException("no value for :" + name + " in: " + text);
            }
            values.add(arguments.get(name));
        }
        return new Bound(named.text(), values);
    }
}
