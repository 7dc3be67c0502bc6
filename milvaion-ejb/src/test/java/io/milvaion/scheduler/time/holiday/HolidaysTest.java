package io.milvaion.scheduler.time.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays by law, from what the countries publish. */
class HolidaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|be|2026|01-01 03-08 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
                "DE|be|2027|01-01 03-08 03-26 03-29 05-01 05-06 05-17 10-03 12-25 12-26",
                "DE|be|2028|01-01 03-08 04-14 04-17 05-01 05-25 06-05 06-17 10-03 12-25 12-26",
                "DE|by|2026|01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26",
                "DE|by|2027|01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 10-03 11-01 12-25 12-26",
                "DE||2026|01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26",
                "US||2026|01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 11-11 11-26 12-25",
                "US||2027|01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 11-11 11-25 12-24"
                        + " 12-25 12-31",
                "JP||2026|01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11"
                        + " 09-21 09-22 09-23 10-12 11-03 11-23",
                "JP||2027|01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11"
                        + " 09-20 09-23 10-11 11-03 11-23",
                "TR||2026|01-01 03-20 03-21 03-22 04-23 05-01 05-19 05-27 05-28 05-29 05-30 07-15"
                        + " 08-30 10-29",
                "TR||2027|01-01 03-09 03-10 03-11 04-23 05-01 05-16 05-17 05-18 05-19 07-15 08-30"
                        + " 10-29",
            })
    void areThoseOfTheLaw(String country, String region, int year, String days) {
        assertThat(Holidays.of(country, region, year))
                .extracting(Holiday::date)
                .containsExactlyElementsOf(
                        Stream.of(days.split(" "))
                                .map(day -> LocalDate.parse(year + "-" + day))
                                .toList());
    }

    /** As gov.uk lists them; a holiday at a weekend is there beside its substitute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026|01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027|01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
            })
    void ofEnglandHaveSubstitutes(int year, String days) {
        assertThat(Holidays.of("GB", "eng", year))
                .extracting(Holiday::date)
                .filteredOn(date -> date.getDayOfWeek().getValue() <= 5)
                .containsExactlyElementsOf(
                        Stream.of(days.split(" "))
                                .map(day -> LocalDate.parse(year + "-" + day))
                                .toList());
        assertThat(Holidays.of("GB", "eng", year))
                .extracting(Holiday::date)
                .contains(LocalDate.of(year, 12, 26));
    }

    @Test
    void haveNamesInTheLanguageOfTheCountry() {
        assertThat(nameOf("DE", "be", LocalDate.of(2026, 10, 3)))
                .isEqualTo("Tag der Deutschen Einheit");
        assertThat(nameOf("US", null, LocalDate.of(2026, 11, 26))).isEqualTo("Thanksgiving Day");
        assertThat(nameOf("AT", null, LocalDate.of(2026, 10, 26))).isEqualTo("Nationalfeiertag");
    }

    @Test
    void sayWhichAreThereByTheListOfTheProduct() {
        assertThat(Holidays.of("US", null, 2027))
                .filteredOn(Holiday::shipped)
                .containsExactly(new Holiday(LocalDate.of(2027, 12, 31), "New Year's Day", true));
        assertThat(Holidays.of("DE", null, 2027)).noneMatch(Holiday::shipped);
    }

    @Test
    void areOfCountriesAndTheirRegions() {
        assertThat(Holidays.know("DE", null)).isTrue();
        assertThat(Holidays.know("DE", "by.mu")).isTrue();
        assertThat(Holidays.know("DE", "xx")).isFalse();
        assertThat(Holidays.know("CN", null)).isFalse();
        assertThat(Holidays.know("de", null)).isFalse();
        assertThat(Holidays.countries())
                .extracting(Region::code)
                .contains("DE", "GB", "JP", "TR", "US")
                .isSorted();
        var germany =
                Holidays.countries().stream().filter(one -> one.code().equals("DE")).findFirst();
        assertThat(germany.orElseThrow().regions()).extracting(Region::code).contains("be", "by");
    }

    private static String nameOf(String country, String region, LocalDate date) {
        return Holidays.of(country, region, date.getYear()).stream()
                .filter(holiday -> holiday.date().equals(date))
                .map(Holiday::name)
                .findFirst()
                .orElse(null);
    }
}
