package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Timer units one after the other, each below a comment with its path, as {@code systemctl cat
 * '*.timer'} shows them; drop-ins add to the unit before.
 */
final class SystemdTimers implements SourceReader {

    private static final Pattern HEADER = Pattern.compile("#\\s*(\\S*/)?([^\\s/]+)\\.timer\\s*");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z]+)\\s*=\\s*(.*)");

    /** Lines of each unit by their names; an empty value forgets those before. */
    private static final class Unit {
        private final String place;
        private final String name;
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        Unit(String place, String name) {
            this.place = place;
            this.name = name;
        }
    }

    @Override
    public List<SourceEntry> read(SourceInput input) {
        var units = new ArrayList<Unit>();
        var lines = input.text().replaceAll("\\\\\r?\n", " ").split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line(i + 1, lines[i].strip(), units);
        }
        if (units.isEmpty()) {
            throw new InvalidInput("", "There is no timer unit in this.");
        }
        var names = new SourceNames();
        return units.stream()
                .flatMap(
                        unit ->
                                new SystemdTimer(unit.place, unit.name, unit.values)
                                        .entries(names, input).stream())
                .toList();
    }

    private static void line(int number, String line, List<Unit> units) {
        var header = HEADER.matcher(line);
        if (header.matches()) {
            units.add(new Unit("line " + number, header.group(2)));
            return;
        }
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        var assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches() && !line.startsWith("[")) {
            throw new InvalidInput("", "Line " + number + " is no line of a unit: " + line);
        }
        if (units.isEmpty()) {
            units.add(new Unit("line " + number, "timer"));
        }
        if (assignment.matches()) {
            var values = units.get(units.size() - 1).values;
            var list = values.computeIfAbsent(assignment.group(1), name -> new ArrayList<>());
            if (assignment.group(2).isEmpty()) {
                list.clear();
            } else {
                list.add(assignment.group(2));
            }
        }
    }
}
