package io.milvaion.scheduler.ground.audit;

/** Texts of requests as an entry keeps them: PostgreSQL takes no NUL, and nobody needs a book. */
final class Kept {

    private static final int MOST = 500;

    private Kept() {}

    static String of(String text) {
        if (text == null) {
            return null;
        }
        var kept = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
        return kept.codePoints()
                .map(c -> c == 0 || isSurrogate(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Half a character, as broken requests and the cut above leave it. */
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
