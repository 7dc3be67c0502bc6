package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL's programs are run. They refuse to run as root, so for root they are put behind a
 * program that gives them another user.
 *
 * @param prefix the words before the program; empty where we are not root
 * @param owner the user who has to own the server's files; null to leave them as they are
 */
record PostgresUser(List<String> prefix, String owner) {

    private static final String UNPRIVILEGED = "nobody";

    /**
     * Finds the first way that works here: as we are; in a user namespace of its own ({@code
     * unshare}, which containers often forbid); as {@code nobody}, by {@code setpriv} or {@code
     * runuser}, for whom every directory on the way has to be open: the one above is opened.
     *
     * @param directory of the server's files, which the user will {@linkplain #own own}
     * @throws IOException if root has no way to become somebody else
     */
    static PostgresUser find(Path directory) throws IOException {
        if (!Command.succeeds(List.of("sh", "-c", "test \"$(id -u)\" = 0"))) {
            return new PostgresUser(List.of(), null);
        }
        PostgresUser namespace = new PostgresUser(List.of("unshare", "-U"), "root");
        if (namespace.reaches(directory)) {
            return namespace;
        }
        OwnerOnly.open(directory.getParent());
        PostgresUser reduced = new PostgresUser(setpriv(), UNPRIVILEGED);
        PostgresUser other =
                new PostgresUser(List.of("runuser", "-u", UNPRIVILEGED, "--"), UNPRIVILEGED);
        for (PostgresUser user : List.of(reduced, other)) {
            if (user.reaches(directory.getParent())) {
                return user;
            }
        }
        throw new IOException(
                "PostgreSQL does not run as root, and neither unshare, setpriv nor runuser can give"
                        + " it another user that reaches %s. Start as an ordinary user, use a"
                                .formatted(directory)
                        + " directory that is open to others, or set "
                        + ServiceUrls.DB_VARIABLE
                        + ".");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return words;
    }

    /** Gives the user the directory and all that is in it. */
    void own(Path directory) throws IOException {
        if (owner != null) {
            Command.run(Duration.ofMinutes(1), List.of("chown", "-R", owner, directory.toString()));
        }
    }

    private static List<String> setpriv() {
        return List.of(
                "sh",
                "-c",
                "exec setpriv --reuid=%1$s --regid=$(id -g %1$s) --clear-groups \"$0\" \"$@\""
                        .formatted(UNPRIVILEGED));
    }

    /** The programs need a user with a name who is not root. */
    private boolean reaches(Path directory) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(
                List.of(
                        "sh",
                        "-c",
                        "test \"$(id -u)\" != 0 && id -un && cd \"$0\"",
                        directory.toString()));
        return Command.succeeds(words);
    }
}
