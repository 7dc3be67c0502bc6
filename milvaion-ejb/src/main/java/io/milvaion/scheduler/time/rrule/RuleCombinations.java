package io.milvaion.scheduler.time.rrule;

/** Which parts may stand together, by RFC 5545, 3.3.10. */
final class RuleCombinations {

    private RuleCombinations() {}

    static void check(RuleParts rule) {
        if (rule.count() != null && rule.until() != null) {
            throw new InvalidRecurrence("UNTIL", "Not together with COUNT.");
        }
        if (rule.has(RulePart.BYWEEKNO) && rule.frequency() != Frequency.YEARLY) {
            throw new InvalidRecurrence("BYWEEKNO", "Only with FREQ=YEARLY.");
        }
        if (rule.has(RulePart.BYMONTHDAY) && rule.frequency() == Frequency.WEEKLY) {
            throw new InvalidRecurrence("BYMONTHDAY", "Not with FREQ=WEEKLY; use FREQ=DAILY.");
        }
        if (rule.has(RulePart.BYYEARDAY)
                && !rule.frequency().isShorterThan(Frequency.DAILY)
                && rule.frequency() != Frequency.YEARLY) {
            throw new InvalidRecurrence(
                    "BYYEARDAY", "Not with FREQ=DAILY, WEEKLY or MONTHLY; use FREQ=YEARLY.");
        }
        if (rule.weekdays().stream().anyMatch(day -> day.n() != 0)) {
            checkNumbered(rule);
        }
        if (rule.has(RulePart.BYSETPOS)
                && rule.weekdays().isEmpty()
                && rule.numbers().size() == 1) {
            throw new InvalidRecurrence("BYSETPOS", "Only with another part whose name begins BY.");
        }
    }

    private static void checkNumbered(RuleParts rule) {
        if (rule.frequency().isShorterThan(Frequency.MONTHLY)) {
            throw new InvalidRecurrence(
                    "BYDAY", "Days with a number only with FREQ=MONTHLY or YEARLY.");
        }
        if (rule.has(RulePart.BYWEEKNO)) {
            throw new InvalidRecurrence("BYDAY", "Days with a number not together with BYWEEKNO.");
        }
    }
}
