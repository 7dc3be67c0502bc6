package io.milvaion.scheduler.time.holiday;

import java.time.LocalDate;

/**
 * A public holiday.
 *
 * @param name in the language of the country if the library has it, else in English
 * @param shipped whether it is there by the list of the product, which the library lacks
 */
public record Holiday(LocalDate date, String name, boolean shipped) {}
