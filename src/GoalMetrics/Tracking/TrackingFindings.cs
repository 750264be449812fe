namespace GoalMetrics;

// What tracking reports beside its numbers.
internal static class TrackingFindings
{
    public static readonly FindingKind Incomplete = new(
        "TRACK-INCOMPLETE",
        FindingSeverity.Error,
        new("The goal has no {part}, and cannot be tracked.", "Målet mangler {part} og kan ikke følges."),
        new("Add a {part} to the goal.", "Angiv {part} på målet."));

    public static readonly FindingKind DataBegin = new(
        "TRACK-DATA-BEGIN",
        FindingSeverity.Warning,
        new("The goal's data begin late, at {begin}; days missing: {gap}.", "Målets data begynder sent, {begin}; manglende dage: {gap}."),
        new(
            "Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv hvad tabellen dækker med Covering."));

    public static readonly FindingKind DataEnd = new(
        "TRACK-DATA-END",
        FindingSeverity.Warning,
        new(
            "The goal is judged where its data end, at {end}; days missing: {gap}.",
            "Målet er bedømt, hvor dets data slutter, {end}; manglende dage: {gap}."),
        new(
            "Load the missing days, or declare what the table covers with Covering.",
            "Indlæs de manglende dage, eller angiv hvad tabellen dækker med Covering."));

    public static readonly FindingKind NoBaseline = new(
        "TRACK-NO-BASELINE",
        FindingSeverity.Warning,
        new(
            "Progress of a level is measured from a baseline, and this goal has none.",
            "Fremgang for et niveau måles fra et udgangspunkt, og målet har intet."),
        new(
            "State a baseline, or measure it over a period that has data.",
            "Angiv et udgangspunkt, eller mål det over en periode med data."));

    public static readonly FindingKind BaselineUnknown = new(
        "TRACK-BASELINE-UNKNOWN",
        FindingSeverity.Warning,
        new("The baseline of the goal has no value: {reason}.", "Målets udgangspunkt har ingen værdi: {reason}."),
        new(
            "State a baseline, or measure it over a period that has data.",
            "Angiv et udgangspunkt, eller mål det over en periode med data."));

    public static readonly FindingKind PartialBaseline = new(
        "TRACK-BASELINE-PARTIAL",
        FindingSeverity.Warning,
        new("The data do not cover the whole baseline period {period}.", "Data dækker ikke hele udgangspunktets periode {period}."),
        new("Load the rest, or choose a period that is covered.", "Indlæs resten, eller vælg en periode, der er dækket."));

    public static readonly FindingKind TargetIsBaseline = new(
        "TRACK-TARGET-IS-BASELINE",
        FindingSeverity.Error,
        new(
            "The target {target} equals the measured baseline: there is no way to go.",
            "Måltallet {target} er lig med det målte udgangspunkt: der er ingen vej at gå."),
        new(
            "Choose another target, or StayAtLeast or StayAtMost to keep the value.",
            "Vælg et andet måltal, eller StayAtLeast eller StayAtMost for at bevare værdien."));

    public static readonly FindingKind WrongWay = new(
        "TRACK-WRONG-WAY",
        FindingSeverity.Warning,
        new(
            "From the measured baseline {baseline} the target {target} leads the wrong way.",
            "Fra det målte udgangspunkt {baseline} fører måltallet {target} den forkerte vej."),
        new("Choose a target on the better side of the baseline.", "Vælg et måltal på den bedre side af udgangspunktet."));

    public static readonly FindingKind NoValue = new(
        "TRACK-NO-VALUE",
        FindingSeverity.Warning,
        new("The measure '{measure}' has no value to judge by: {reason}.", "'{measure}' har ingen værdi at bedømme efter: {reason}."),
        new("See that its facts are loaded for {period}.", "Sørg for, at dens fakta er indlæst for {period}."));

    public static readonly FindingKind NoTarget = new(
        "TRACK-NO-TARGET-VALUE",
        FindingSeverity.Error,
        new(
            "The target's value cannot be used as a divisor: {reason}.",
            "Måltallets værdi kan ikke bruges som divisor: {reason}."),
        new(
            "See that the baseline can be measured, and that the target of an accumulating measure is above 0,"
            + " or at least 0 where less is better.",
            "Sørg for, at udgangspunktet kan måles, og at måltallet for en akkumulerende måling er over 0,"
            + " eller mindst 0 hvor mindre er bedre."));

    public static readonly FindingKind NothingClosed = new(
        "TRACK-NOTHING-CLOSED",
        FindingSeverity.Info,
        new(
            "Nothing of the goal's period, read by the {grain}, has closed yet.",
            "Intet af målets periode, aflæst pr. {grain}, er afsluttet endnu."),
        new("Ask again when the first one has.", "Spørg igen, når den første er."));

    public static readonly FindingKind Failed = new(
        "TRACK-FAILED",
        FindingSeverity.Error,
        new("'{what}' could not be evaluated: {error}", "'{what}' kunne ikke evalueres: {error}"),
        new(
            "Mend its measure, or load its table. All else was evaluated.",
            "Ret målingen, eller indlæs tabellen. Alt andet er evalueret."));

    public static readonly FindingKind NoReading = new(
        "SCORECARD-NO-VALUE",
        FindingSeverity.Warning,
        new("'{measure}' has no value in {period}: {reason}.", "'{measure}' har ingen værdi i {period}: {reason}."),
        new(
            "See that its facts are loaded, and that it can be had by the {grain}.",
            "Sørg for, at dens fakta er indlæst, og at den kan opgøres for perioden ({grain})."));
}
