namespace GoalMetrics;

// What tracking reports beside its numbers.
internal static class TrackingFindings
{
    public static readonly FindingKind Incomplete = new(
        "TRACK-INCOMPLETE",
        FindingSeverity.Error,
        new("The goal has no {part}, and cannot be tracked.", "Målet mangler {part} og kan ikke følges."),
        new("Add a {part} to the goal.", "Tilføj {part} til målet."));

    public static readonly FindingKind NoBaseline = new(
        "TRACK-NO-BASELINE",
        FindingSeverity.Warning,
        new(
            "Progress of a level is measured from a baseline, and this goal has none.",
            "Fremgangen for et niveau måles fra et udgangspunkt, og målet har ikke noget."),
        new(
            "State a baseline, or measure it over a period that has data.",
            "Angiv et udgangspunkt, eller mål det over en periode med data."));

    public static readonly FindingKind NothingClosed = new(
        "TRACK-NOTHING-CLOSED",
        FindingSeverity.Info,
        new(
            "Nothing of the goal's period, read by the {grain}, has closed yet.",
            "Målet opgøres pr. {grain}, og den første opgørelse er ikke afsluttet endnu."),
        new("Ask again when the first one has.", "Spørg igen, når den er afsluttet."));

    public static readonly FindingKind NoWholePeriod = new(
        "TRACK-NO-WHOLE-PERIOD",
        FindingSeverity.Error,
        new(
            "The goal is kept by the {grain}, but {period} holds no whole one.",
            "Målet overholdes pr. {grain}, men {period} rummer ingen hel."),
        new(
            "Read it more often, such as ReadEvery = Grain.Week, or lengthen the period.",
            "Opgør det oftere, f.eks. ReadEvery = Grain.Week, eller forlæng perioden."));

    public static readonly FindingKind NoReading = new(
        "SCORECARD-NO-VALUE",
        FindingSeverity.Warning,
        new("'{measure}' has no value in {period}: {reason}.", "'{measure}' har ingen værdi i {period}: {reason}."),
        new(
            "Check that its facts are loaded, and that it can be computed by the {grain}.",
            "Sørg for, at data er indlæst, og at tallet kan opgøres pr. {grain}."));
}
