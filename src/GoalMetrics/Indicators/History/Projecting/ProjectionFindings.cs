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

    public static readonly FindingKind Lacking = new(
        "PROJECTION-LACKING",
        FindingSeverity.Warning,
        new(
            "The total of '{measure}' in {period} is incomplete: so far, data are missing for {count} of its {grains}.",
            "Summen af '{measure}' i {period} er ufuldstændig: indtil videre mangler der data for {count} af periodens {grains}."),
        new("Load the missing facts, or a longer history.", "Indlæs de manglende data eller en længere historik."));
}
