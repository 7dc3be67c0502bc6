package io.milvaion.faults.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rules on the loopback device for users and ports of the suite, and nothing else. Each one bears a
 * mark, by which those that a killed run has left behind are found and removed.
 */
public final class Firewall implements AutoCloseable {

    private static final String MARK = "milvaion-faults";

    /** Rules in force, as they were added. */
    private final List<List<String>> rules = new CopyOnWriteArrayList<>();

    /** Everything that a user sends to a port vanishes, also on open connections. */
    public void drop(int uid, int port) throws IOException {
        add("-m", "owner", "--uid-owner", "" + uid, "-p", "tcp", "--dport", "" + port);
    }

    /** Everything that a port sends vanishes: requests still arrive there. */
    public void dropAnswers(int port) throws IOException {
        add("-p", "tcp", "--sport", "" + port);
    }

    private void add(String... match) throws IOException {
        var rule = new ArrayList<>(List.of("OUTPUT", "-o", "lo"));
        rule.addAll(Arrays.asList(match));
        rule.addAll(List.of("-m", "comment", "--comment", MARK, "-j", "DROP"));
        rules.add(rule);
        iptables("-I", rule);
    }

    /** Removes every rule again. */
    @Override
    public void close() throws IOException {
        while (!rules.isEmpty()) {
            iptables("-D", rules.get(0));
            rules.remove(0);
        }
    }

    /** Removes what an earlier run has left; without the tool there was none. */
    public static void removeLeftovers() throws IOException {
        if (!Tool.FIREWALL.isThere()) {
            return;
        }
        for (var line : Shell.run("iptables", "-S", "OUTPUT").lines().toList()) {
            if (line.contains(MARK)) {
                var words = new ArrayList<>(List.of(line.split(" ")));
                iptables("-D", words.subList(1, words.size()));
            }
        }
    }

    private static void iptables(String action, List<String> rule) throws IOException {
        var words = new ArrayList<>(List.of("iptables", "-w", action));
        words.addAll(rule);
        Shell.run(words.toArray(String[]::new));
    }
}
