package io.milvaion.scheduler.time.holiday;

import java.util.List;

/**
 * A country, or a part of one, that has holidays of its own.
 *
 * @param code of a country such as DE; of a part within its country: by, by.mu
 */
public record Region(String code, String name, List<Region> regions) {}
