package io.milvaion.platform.config;

import java.util.Optional;

/**
 * A setting as it is in force, for people. What others must not know is not in it.
 *
 * @param initially what holds when nobody gives a value, for people
 * @param value what was given; empty if nothing was, or if it is secret
 * @param secret whether a value would not be shown
 */
public record ShownSetting(
        String key,
        String environmentVariable,
        String meaning,
        String allowed,
        String initially,
        Optional<String> value,
        boolean secret,
        SettingPlace place) {}
