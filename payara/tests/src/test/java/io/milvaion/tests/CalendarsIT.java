package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.io.IOException;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CalendarsIT {

    private static final String WEEKENDS =
            """
            {"exclude": [{"kind": "weekdays", "days": ["saturday", "sunday"]}]}""";

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void delete() {
        milvaion.close();
        made.forEach(name -> milvaion.rest().delete(at(name)));
    }

    @Test
    void holidaysAndWeekendsMoveRuns() throws IOException {
        var calendar =
                put(
                        "germany",
                        """
                        {"timeZone": "Europe/Berlin",
                         "exclude": [{"kind": "weekdays", "days": ["saturday", "sunday"]},
                                     {"kind": "holidays", "country": "DE", "region": "be",
                                      "added": {"2031-03-10": "Moving house"},
                                      "removed": ["2031-03-07"]}]}""");

        var read = milvaion.rest().get(at(calendar)).expect(200).json();
        assertThat(read.at("/exclude/1/added/2031-03-10").textValue()).isEqualTo("Moving house");
        assertThat(read.get("version").intValue()).isEqualTo(1);
        var days = year(calendar, 2031);
        assertThat(days).hasSize(365);
        assertThat(day(days, "2031-10-03").get("state").textValue()).isEqualTo("closed");
        assertThat(day(days, "2031-10-03").at("/reasons/0").textValue())
                .isEqualTo("Tag der Deutschen Einheit");
        assertThat(day(days, "2031-03-10").at("/reasons/0").textValue()).isEqualTo("Moving house");
        assertThat(day(days, "2031-10-02").get("open").toString()).isEqualTo("[\"00:00-24:00\"]");
    }

    @Test
    void jobsObeyTheirCalendars() throws IOException {
        var calendar = put("weekdays", WEEKENDS);
        var id = milvaion.create(saturdays("noop", calendar, "nextDay"));

        var job = milvaion.rest().get("api/v1/jobs/" + id).expect(200).json();
        assertThat(job.get("calendars").toString()).isEqualTo("[\"" + calendar + "\"]");
        assertThat(next(job)).isEqualTo(nextMonday());
        var users = milvaion.items(at(calendar) + "/jobs");
        assertThat(users).extracting(user -> user.get("id").textValue()).containsExactly(id);
        var refused = milvaion.rest().delete(at(calendar)).expectProblem(409).json();
        assertThat(refused.get("type").textValue()).endsWith("calendar-in-use");
        assertThat(refused.at("/jobs/0/id").textValue()).isEqualTo(id);
    }

    @Test
    void aChangeIsShownBeforeItIsMadeAndPlansJobsAnew() throws IOException {
        var calendar = put("weekdays", WEEKENDS);
        var id = milvaion.create(saturdays("noop", calendar, "nextDay"));
        var monday = nextMonday();
        var wanted = json(WEEKENDS).deepCopy();
        wanted.withArray("exclude")
                .addObject()
                .put("kind", "dates")
                .put("name", "Stocktaking")
                .putArray("dates")
                .add(LocalDate.ofInstant(monday, ZoneOffset.UTC).toString());

        var check = milvaion.rest().post(at(calendar) + "/check", wanted).expect(200).json();

        assertThat(check.get("affected").intValue()).isEqualTo(1);
        assertThat(check.at("/jobs/0/before/0").textValue()).isEqualTo(text(monday));
        assertThat(check.at("/jobs/0/after/0").textValue())
                .isEqualTo(text(monday.plusSeconds(86_400)));
        assertThat(check.at("/jobs/0/moved/0/to").textValue())
                .isEqualTo(text(monday.plusSeconds(86_400)));
        assertThat(next(milvaion.rest().get("api/v1/jobs/" + id).json())).isEqualTo(monday);

        milvaion.rest().put(at(calendar), wanted).expect(200);

        assertThat(next(milvaion.rest().get("api/v1/jobs/" + id).json()))
                .isEqualTo(monday.plusSeconds(86_400));
        soon().untilAsserted(
                        () ->
                                assertThat(
                                                milvaion.items(
                                                        "api/v1/audit?action=job.replan&objectId="
                                                                + id))
                                        .singleElement()
                                        .satisfies(
                                                entry ->
                                                        assertThat(entry.get("detail").textValue())
                                                                .contains(
                                                                        "because the calendar "
                                                                                + calendar)));
    }

    @Test
    void iCalendarFilesCloseTheirDates() throws IOException {
        var calendar = put("file", "{\"exclude\": [{\"kind\": \"ical\"}]}");
        var id = milvaion.create(saturdays("noop", calendar, "skip"));
        var saturday = next(DayOfWeek.SATURDAY);
        assertThat(next(milvaion.rest().get("api/v1/jobs/" + id).json())).isEqualTo(saturday);
        var day = LocalDate.ofInstant(saturday, ZoneOffset.UTC).toString().replace("-", "");
        var file =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//test
                BEGIN:VEVENT
                SUMMARY:Company outing
                DTSTART;VALUE=DATE:%s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(day);

        var view = milvaion.rest().put(at(calendar) + "/ical", "text/calendar", file).expect(200);

        assertThat(view.json().at("/ical/readAt").isTextual()).isTrue();
        assertThat(next(milvaion.rest().get("api/v1/jobs/" + id).json()))
                .isEqualTo(saturday.plusSeconds(7 * 86_400));
        milvaion.rest().put(at(calendar) + "/ical", "text/calendar", "<html>").expectProblem(400);
        milvaion.rest().put(at("nobody") + "/ical", "text/calendar", file).expectProblem(404);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        var problem =
                milvaion.rest()
                        .put(
                                at("wrong"),
                                json(
                                        """
                                        {"timeZone": "Mars/Base",
                                         "icalUrl": "http://example.org/a.ics",
                                         "include": [{"kind": "weekdays"},
                                                     {"kind": "times", "from": "25:00", "to": "06:00"},
                                                     {"kind": "range", "from": "12-24", "to": "2027-01-01"}],
                                         "exclude": [{"kind": "holidays", "country": "XX"},
                                                     {"kind": "holidays", "country": "DE", "region": "zz"},
                                                     {"kind": "calendar", "calendar": "nobody-has-it"},
                                                     {"kind": "calendar", "calendar": "wrong"},
                                                     {"kind": "ical", "dates": ["2027-01-01"]}]}"""))
                        .expectProblem(400)
                        .json();
        assertThat(problem.get("violations"))
                .extracting(violation -> violation.get("field").textValue())
                .containsExactlyInAnyOrder(
                        "timeZone",
                        "icalUrl",
                        "include[0].days",
                        "include[1].from",
                        "include[2].from",
                        "exclude[0].country",
                        "exclude[1].region",
                        "exclude[2].calendar",
                        "exclude[3].calendar",
                        "exclude[4].dates");
        var form =
                milvaion.rest()
                        .put(
                                at("wrong"),
                                json(
                                        """
                                        {"include": [{"kind": "weekdays", "days": ["lunes"]},
                                                     {"kind": "dates", "dates": ["2027-02-30"]}, 7],
                                         "colour": "red"}"""))
                        .expectProblem(400)
                        .json();
        assertThat(form.get("violations"))
                .extracting(violation -> violation.get("field").textValue())
                .containsExactlyInAnyOrder(
                        "include[0].days[0]", "include[1].dates[0]", "include[2]", "colour");
        milvaion.rest().put("api/v1/calendars/UPPER", json("{}")).expectProblem(400);
        milvaion.rest().get(at("wrong")).expectProblem(404);
        var job = saturdays("noop", "nobody-has-it", "skip");
        assertThat(milvaion.rest().post("api/v1/jobs", job.build()).expectProblem(400).body())
                .contains("calendars[0]", "nobody-has-it");
    }

    @Test
    void calendarsAreChangedAsTheyWereRead() throws IOException {
        var calendar = put("read", WEEKENDS);
        var answer = milvaion.rest().get(at(calendar)).expect(200);
        var tag = answer.header("ETag");
        milvaion.rest().put(at(calendar), answer.json(), "If-Match", tag).expect(200);
        milvaion.rest()
                .put(at(calendar), json("{\"description\": \"another\"}"), "If-Match", tag)
                .expect(200);
        milvaion.rest().put(at(calendar), json("{}"), "If-Match", tag).expectProblem(412);
        milvaion.rest().delete(at(calendar), "If-Match", tag).expectProblem(412);
        assertThat(milvaion.items("api/v1/calendars?limit=200"))
                .extracting(one -> one.get("name").textValue())
                .contains(calendar);
        milvaion.rest().delete(at(calendar)).expect(204);
        milvaion.rest().delete(at(calendar)).expect(204);
        milvaion.rest().get(at(calendar)).expectProblem(404);
    }

    @Test
    void otherCalendarsAreSpokenOfWithoutCircles() throws IOException {
        var holidays =
                put("holidays", "{\"exclude\": [{\"kind\": \"holidays\", \"country\": \"US\"}]}");
        var hours =
                put(
                        "hours",
                        """
                        {"include": [{"kind": "times", "from": "06:00", "to": "22:00"}],
                         "exclude": [{"kind": "calendar", "calendar": "%s", "when": "closed"}]}"""
                                .formatted(holidays));

        var days = year(hours, 2027);
        assertThat(day(days, "2027-12-31").get("state").textValue()).isEqualTo("closed");
        assertThat(day(days, "2027-12-31").at("/reasons/0").textValue())
                .isEqualTo("New Year's Day");
        assertThat(day(days, "2027-12-30").get("state").textValue()).isEqualTo("partlyOpen");
        assertThat(day(days, "2027-12-30").at("/open/0").textValue()).isEqualTo("06:00-22:00");
        milvaion.rest().delete(at(holidays)).expectProblem(409);
        milvaion.rest()
                .put(
                        at(holidays),
                        json(
                                "{\"exclude\": [{\"kind\": \"calendar\", \"calendar\": \"%s\"}]}"
                                        .formatted(hours)))
                .expectProblem(400);
    }

    @Test
    void holidaysOfCountriesAreListed() {
        var countries = milvaion.items("api/v1/holidays?limit=200");
        assertThat(countries)
                .filteredOn(one -> one.get("country").textValue().equals("DE"))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one.get("regions"))
                                        .extracting(region -> region.get("region").textValue())
                                        .contains("be", "by", "by.mu"));
        var days = milvaion.items("api/v1/holidays/JP?year=2026&limit=200");
        assertThat(days)
                .filteredOn(one -> one.get("date").textValue().equals("2026-09-22"))
                .singleElement()
                .satisfies(one -> assertThat(one.get("shipped").booleanValue()).isTrue());
        milvaion.rest().get("api/v1/holidays/DE?year=2026&region=xx").expectProblem(400);
        assertThat(milvaion.items("api/v1/holidays/DE"))
                .extracting(day -> day.get("name").textValue())
                .contains("Neujahr");
        milvaion.rest().get("api/v1/holidays/XX?year=2026").expectProblem(404);
    }

    private String at(String name) {
        return "api/v1/calendars/" + name;
    }

    private String put(String prefix, String definition) throws IOException {
        var name = prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
        milvaion.rest().put(at(name), json(definition)).expect(201);
        made.add(0, name);
        return name;
    }

    private List<JsonNode> year(String calendar, int year) {
        var days = new ArrayList<JsonNode>();
        milvaion.rest()
                .get(at(calendar) + "/year?year=" + year)
                .expect(200)
                .json()
                .get("days")
                .forEach(days::add);
        return days;
    }

    private static JsonNode day(List<JsonNode> days, String date) {
        return days.stream()
                .filter(day -> day.get("date").textValue().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static NewJob saturdays(String type, String calendar, String onClosed) {
        var names = JsonNodeFactory.instance.arrayNode().add(calendar);
        return job(type).every("0 9 * * SAT").with("calendars", names).with("onClosed", onClosed);
    }

    private static Instant nextMonday() {
        return next(DayOfWeek.MONDAY);
    }

    /** At nine. */
    private static Instant next(DayOfWeek day) {
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        var from = now.getHour() < 9 ? now.toLocalDate() : now.toLocalDate().plusDays(1);
        return from.with(TemporalAdjusters.nextOrSame(day)).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static Instant next(JsonNode job) {
        return Instant.parse(job.get("nextRunAt").textValue());
    }

    private static String text(Instant at) {
        return at.toString().replace("Z", ".000Z");
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }
}
