package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.people.account.RootAccount;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for an account from elsewhere. */
final class ShadowName {

    private static final int LONGEST = 80;

    private ShadowName() {}

    /** What it may be called, the best one first; never what is root's. */
    static Stream<String> candidates(String name) {
        var usable = name.replaceAll("[^A-Za-z0-9@._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        var cut = usable.substring(0, Math.min(usable.length(), LONGEST));
        var base = cut.isEmpty() ? "somebody" : cut;
        return Stream.concat(
                        Stream.of(base),
                        IntStream.iterate(2, i -> i + 1).mapToObj(i -> base + "-" + i))
                .filter(candidate -> !candidate.equalsIgnoreCase(RootAccount.NAME));
    }
}
