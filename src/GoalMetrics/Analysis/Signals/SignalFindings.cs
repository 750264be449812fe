namespace GoalMetrics;

// What keeps values from being judged, beside what is found in the data.
internal static class SignalFindings
{
    public static readonly FindingKind Few = new(
        "SIGNALS-FEW-PERIODS",
        FindingSeverity.Info,
        new(
            "'{measure}' has {count} final values; limits need 6 and are dependable from 10 on.",
            "'{measure}' har {count} endelige værdier; grænser kræver 6 og er pålidelige fra 10."),
        new(
            "Wait for more periods, or read the measure by shorter ones.",
            "Vent på flere perioder, eller opgør tallet pr. kortere periode."));

    public static readonly FindingKind Overlapping = new(
        "SIGNALS-OVERLAP",
        FindingSeverity.Info,
        new(
            "Each value of '{measure}' shares facts with its neighbours, so that they follow each other and have no limits.",
            "Værdierne af '{measure}' bygger delvis på de samme data som de foregående; de følges ad og har ingen grænser."),
        new(
            "Look for signals in the measure that is rolled or accumulated.",
            "Se efter signaler i det tal, der er lagt sammen over tid."));

    public static readonly FindingKind SmallNumbers = new(
        "SIGNALS-SMALL-NUMBERS",
        FindingSeverity.Info,
        new(
            "{count} of {all} values of '{measure}' rest on too few observations to be judged.",
            "{count} af {all} værdier af '{measure}' bygger på for få observationer til at blive vurderet."),
        new("Read it by longer periods.", "Opgør det pr. længere periode."));

    public static readonly FindingKind Trending = new(
        "SIGNALS-TREND",
        FindingSeverity.Info,
        new(
            "'{measure}' does not stay around one level: from {from} to {to}, by the slope through its {count} values. Limits are for a"
            + " level that stays, and signal a trend again and again.",
            "'{measure}' ligger ikke omkring ét niveau: fra {from} til {to} efter hældningen gennem de {count} værdier. Grænser gælder et"
            + " niveau, der holder sig, og melder en trend igen og igen."),
        new(
            "Where a change is known, declare a shift there; where it grows all the time, look for signals in its growth.",
            "Angiv et skift, hvor en ændring er kendt; vokser tallet hele tiden, så se efter signaler i væksten."));
}
