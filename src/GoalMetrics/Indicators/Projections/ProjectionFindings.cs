namespace GoalMetrics;

// What limits a projection.
internal static class ProjectionFindings
{
    public static readonly FindingKind TooShort = new(
        "PROJECTION-TOO-SHORT",
        FindingSeverity.Warning,
        new(
            "'{measure}' cannot be projected by the {grain}: {count} of its values are final, and {least} are needed.",
            "'{measure}' kan ikke fremskrives pr. {grain}: {count} af værdierne er endelige, og der skal bruges {least}."),
        new("Load earlier facts, or project by a shorter grain.", "Indlæs ældre data, eller fremskriv med kortere perioder."));

    public static readonly FindingKind Overlapping = new(
        "PROJECTION-OVERLAP",
        FindingSeverity.Warning,
        new(
            "Each value of '{measure}' shares facts with its neighbours, so that it cannot be projected as a series of its own.",
            "Værdierne af '{measure}' bygger delvis på de samme data som de foregående og kan ikke fremskrives for sig."),
        new(
            "Project the measure that is rolled or accumulated.",
            "Fremskriv det tal, der er lagt sammen over tid."));

    public static readonly FindingKind NotFollowing = new(
        "PROJECTION-NOT-FOLLOWING",
        FindingSeverity.Warning,
        new(
            "The value of '{measure}' over all of {period} does not follow from its values by the {grain}.",
            "Værdien af '{measure}' for hele {period} følger ikke af værdierne pr. {grain}."),
        new(
            "Project it by periods of that length, or project measures that add up and divide them.",
            "Fremskriv tallet i perioder af den længde, eller fremskriv summer og divider dem."));

    public static readonly FindingKind Event = new(
        "PROJECTION-EVENT",
        FindingSeverity.Info,
        new(
            "'{measure}' was far from what is usual from {first} to {last}, and on no other days: the projection does not learn from them.",
            "'{measure}' lå langt fra det sædvanlige fra {first} til {last} og ikke på andre dage: fremskrivningen lærer ikke af dem."),
        new(
            "Look at what happened then. If it lasts, wait: more than four such days are learnt from.",
            "Se på, hvad der skete. Hvis det varer ved, så vent: flere end fire sådanne dage læres der af."));

    public static readonly FindingKind Lacking = new(
        "PROJECTION-LACKING",
        FindingSeverity.Warning,
        new(
            "'{measure}' over all of {period} is incomplete: so far, data are missing for {count} of its {grains}.",
            "'{measure}' for hele {period} er ufuldstændig: indtil videre mangler der data for {count} af periodens {grains}."),
        new("Load the missing facts, or a longer history.", "Indlæs de manglende data eller en længere historik."));
}
