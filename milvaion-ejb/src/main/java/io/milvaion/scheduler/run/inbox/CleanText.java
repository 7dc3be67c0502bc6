package io.milvaion.scheduler.run.inbox;

/** Makes text from outside storable: PostgreSQL takes neither U+0000 nor half a character. */
public final class CleanText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String CUT = "… [cut]";

    private CleanText() {}

    /**
     * Replaces what cannot be stored by U+FFFD and cuts what is too long, with a mark.
     *
     * @param text or null, which stays null
     * @param limit UTF-16 units of the result at most
     */
    public static String of(String text, int limit) {
        if (text == null) {
            return null;
        }
        if (text.length() > limit) {
            return cleaned(text.substring(0, limit - CUT.length())) + CUT;
        }
        return cleaned(text);
    }

    private static String cleaned(String text) {
        int first = firstBad(text, 0);
        if (first < 0) {
            return text;
        }
        var clean = new StringBuilder(text);
        for (int i = first; i >= 0; i = firstBad(text, i + 1)) {
            clean.setCharAt(i, REPLACEMENT);
        }
        return clean.toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
