package io.milvaion.scheduler.time.holiday;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Corrections of the library, in lines of a file: the country, {@code +} or {@code -} with the
 * date, and the name of what is added.
 */
final class ShippedHolidays {

    private static final Map<String, List<Correction>> CHANGES = read();

    /**
     * @param name null: there is no holiday on the date
     */
    record Correction(String country, LocalDate date, String name) {

        static Correction of(String line) {
            String[] parts = line.split(" ", 3);
            return new Correction(
                    parts[0],
                    LocalDate.parse(parts[1].substring(1)),
                    parts[1].startsWith("+") ? parts[2] : null);
        }
    }

    private ShippedHolidays() {}

    static List<Correction> of(String country, int year) {
        return CHANGES.getOrDefault(country, List.of()).stream()
                .filter(change -> change.date().getYear() == year)
                .toList();
    }

    private static Map<String, List<Correction>> read() {
        try (var in = ShippedHolidays.class.getResourceAsStream("shipped.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Correction::of)
                    .collect(Collectors.groupingBy(Correction::country));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
