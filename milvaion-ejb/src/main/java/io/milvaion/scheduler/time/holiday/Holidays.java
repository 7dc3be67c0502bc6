package io.milvaion.scheduler.time.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The holidays of countries and regions: the only class that knows the library. */
public final class Holidays {

    /** The languages that the library speaks beside English. */
    private static final Set<String> LANGUAGES = Set.of("de", "el", "fr", "nl", "pt", "sv");

    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes();

    private Holidays() {}

    /** All countries with their regions, by code. */
    public static List<Region> countries() {
        return COUNTRIES.stream()
                .filter(Holidays::isCountry)
                .sorted()
                .map(code -> region(code, "", managerOf(code).getCalendarHierarchy()))
                .toList();
    }

    /**
     * Whether there are holidays of a country.
     *
     * @param region null for the whole country
     */
    public static boolean know(String country, String region) {
        if (!isCountry(country) || !COUNTRIES.contains(country)) {
            return false;
        }
        var place = managerOf(country).getCalendarHierarchy();
        for (String part : path(region)) {
            place = place.getChildren().get(part);
            if (place == null) {
                return false;
            }
        }
        return true;
    }

    /**
     * The holidays of a year, oldest first.
     *
     * @param region null for those of the whole country only
     */
    public static List<Holiday> of(String country, String region, int year) {
        var days = new TreeMap<LocalDate, Holiday>();
        var language = language(country);
        fromTheLibrary(country, region, year)
                .sorted()
                .forEach(
                        holiday ->
                                Stream.of(holiday.getDate(), holiday.getActualDate())
                                        .filter(date -> date.getYear() == year)
                                        .forEach(
                                                date ->
                                                        days.putIfAbsent(
                                                                date,
                                                                new Holiday(
                                                                        date,
                                                                        holiday.getDescription(
                                                                                language),
                                                                        false))));
        for (var change : ShippedHolidays.of(country, year)) {
            if (change.name() == null) {
                days.remove(change.date());
            } else {
                days.put(change.date(), new Holiday(change.date(), change.name(), true));
            }
        }
        return List.copyOf(days.values());
    }

    private static Stream<de.focus_shift.jollyday.core.Holiday> fromTheLibrary(
            String country, String region, int year) {
        return managerOf(country).getHolidays(Year.of(year), path(region)).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE);
    }

    private static HolidayManager managerOf(String country) {
        return HolidayManager.getInstance(
                ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    private static String[] path(String region) {
        return region == null ? new String[0] : region.split("\\.");
    }

    private static boolean isCountry(String code) {
        return code.matches("[A-Z]{2}");
    }

    private static Region region(String code, String path, CalendarHierarchy place) {
        return new Region(
                code,
                place.getDescription(Locale.ENGLISH),
                place.getChildren().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                child ->
                                        region(
                                                path + child.getKey(),
                                                path + child.getKey() + ".",
                                                child.getValue()))
                        .toList());
    }

    /** The one of the library's languages that is the country's, or English. */
    private static Locale language(String country) {
        var spoken =
                Arrays.stream(Locale.getAvailableLocales())
                        .filter(locale -> locale.getCountry().equals(country))
                        .map(Locale::getLanguage)
                        .filter(LANGUAGES::contains)
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList();
        return spoken.size() == 1 ? Locale.forLanguageTag(spoken.get(0)) : Locale.ENGLISH;
    }
}
