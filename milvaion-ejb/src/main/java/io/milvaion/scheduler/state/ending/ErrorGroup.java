package io.milvaion.scheduler.state.ending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What errors of the same kind have in common: the class of the exception and the first line of its
 * message, with everything in it that differs from run to run replaced by what it is.
 *
 * @param text for people
 */
public record ErrorGroup(String text) {

    public static final ErrorGroup CANCELLED = new ErrorGroup("cancelled");
    public static final ErrorGroup TIMED_OUT = new ErrorGroup("timed out");
    public static final ErrorGroup WORKER_LOST = new ErrorGroup("worker lost");

    private static final ErrorGroup WITHOUT_TEXT = new ErrorGroup("failed");

    /** UTF-16 units of a group; two errors that differ later only are of one kind. */
    private static final int LIMIT = 200;

    /** UTF-16 units of a line that are looked at. */
    private static final int LINE_LIMIT = 2_000;

    /** The class at the start of a line of a stack trace. */
    private static final Pattern CLASS =
            Pattern.compile(
                    "^((?:[\\p{L}_$][\\p{L}\\p{N}_$]*\\.)+[\\p{L}_$][\\p{L}\\p{N}_$]*)(?=:|$)");

    private static final Pattern QUOTED =
            Pattern.compile(
                    "\"[^\"]*\"|(?<![\\p{L}\\p{N}])'[^']*'(?!\\p{L})|`[^`]*`|«[^»]*»|“[^”]*”");

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S+");

    private static final Pattern PATH =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}<>])(?:[A-Za-z]:\\\\[^\\s:,;]+|(?:~|\\.{1,2})?(?:/[^\\s/:,;()]+)+/?)");

    private static final Pattern HEX =
            Pattern.compile(
                    "(?i)\\b0x[0-9a-f]+\\b|(?<=@)[0-9a-f]+\\b|\\b(?=[0-9a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,}\\b");

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_])[+-]?\\d+(?:[.,:]\\d+)*|\\d+");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * The group of a failure.
     *
     * @param errorType class name, or null
     * @param error message, perhaps with a stack trace, or null
     */
    public static ErrorGroup of(String errorType, String error) {
        var line = error == null ? "" : error.lines().findFirst().orElse("").strip();
        if (line.length() > LINE_LIMIT) {
            line = line.substring(0, LINE_LIMIT);
        }
        var type =
                errorType == null || errorType.isBlank() ? classAtStart(line) : errorType.strip();
        if (!type.isEmpty() && line.startsWith(type)) {
            line = line.substring(type.length()).replaceFirst("^:?\\s*", "");
        }
        var message = normalised(line);
        if (type.isEmpty() && message.isEmpty()) {
            return WITHOUT_TEXT;
        }
        var text = type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
        return new ErrorGroup(cut(text));
    }

    /** Names the group where its text is too long: 16 hexadecimal digits. */
    public String id() {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classAtStart(String line) {
        var match = CLASS.matcher(line);
        return match.find() ? match.group(1) : "";
    }

    private static String normalised(String message) {
        var text = QUOTED.matcher(message).replaceAll("<text>");
        text = UUID.matcher(text).replaceAll("<id>");
        text = ADDRESS.matcher(text).replaceAll("<address>");
        text = PATH.matcher(text).replaceAll("<path>");
        text = HEX.matcher(text).replaceAll("<hex>");
        text = NUMBER.matcher(text).replaceAll("<n>");
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return text.substring(0, end);
    }
}
