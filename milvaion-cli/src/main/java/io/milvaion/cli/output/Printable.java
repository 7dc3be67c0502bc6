package io.milvaion.cli.output;

/** Text of others on the terminal of a user. */
public final class Printable {

    private Printable() {}

    /** Control characters are shown, not obeyed: a terminal does what some of them say. */
    public static String of(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE ->
                    shown.append(String.format("\\u%04x", point));
            default -> shown.appendCodePoint(point);
        }
    }
}
