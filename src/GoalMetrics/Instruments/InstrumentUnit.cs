namespace GoalMetrics;

// Units as instruments of System.Diagnostics.Metrics and OpenTelemetry write them: UCUM, with what is counted in braces.
internal static class InstrumentUnit
{
    // What collectors must be able to take.
    private const int Longest = 63;

    private static readonly string[] Times = ["s", "min", "h", "d", "wk", "mo", "a"];
    private static readonly string[] PartsOfASecond = ["ns", "us", "ms"];
    private static readonly string[] LargeBytes = ["kBy", "MBy", "GBy", "TBy", "KiBy", "MiBy", "GiBy", "TiBy"];

    // Null where the unit is not known, or would be longer than a collector takes.
    public static string? Of(Unit? unit)
    {
        var text = unit switch
        {
            null => null,
            { Kind: UnitKind.Compound } => Compound(unit),
            _ => Simple(unit),
        };
        if (text?.Length > Longest)
        {
            return null;
        }

        return text;
    }

    // What values of a column must be measured in, where an instrument with this unit is known to measure in something else; null where it
    // may be right. What is counted is free text in any language, and "1" is said of anything: they prove nothing.
    public static string? Conflict(string? unit, Unit column)
    {
        var text = unit?.Trim('{', '}') ?? "";
        var fits = column.Kind == UnitKind.Compound || text switch
        {
            "%" => column.Kind == UnitKind.Score,
            "By" => IsCountOf(column, "byte"),
            "bit" => IsCountOf(column, "bit"),
            _ when Array.IndexOf(Times, text) is >= 0 and var time => column.DurationUnit == (DurationUnit)time,
            _ when PartsOfASecond.Contains(text) => false,
            _ when LargeBytes.Contains(text) => IsCountOfManyBytes(column),
            _ when Currency.Find(text) is { } currency => column.Currency == currency,
            _ => true,
        };
        return fits ? null : Name(column);
    }

    private static bool IsCountOf(Unit column, string noun) => column.Kind == UnitKind.Count && (column.Noun ?? noun) == noun;

    // Such as "megabyte", or of something that is not stated.
    private static bool IsCountOfManyBytes(Unit column) => column.Kind == UnitKind.Count
        && (column.Noun is null || (column.Noun != "byte" && column.Noun.EndsWith("byte", StringComparison.Ordinal)));

    private static string Name(Unit unit)
    {
        if (unit.Kind == UnitKind.Ratio)
        {
            return "a ratio, of which 1 is the whole";
        }

        return unit.ToString();
    }

    private static string Compound(Unit unit)
    {
        var above = string.Join('.', unit.Numerator.Select(Simple));
        return string.Concat([above.Length == 0 ? "1" : above, .. unit.Denominator.Select(part => "/" + Simple(part))]);
    }

    private static string Simple(Unit unit) => unit.Kind switch
    {
        UnitKind.Count => $"{{{Annotation(unit.Noun ?? "count")}}}",
        UnitKind.Money => $"{{{unit.Currency!.Code}}}",
        UnitKind.Duration => Times[(int)unit.DurationUnit!.Value],
        UnitKind.Score => "{score}",
        _ => "1",
    };

    // Braces end an annotation, and collectors expect one word.
    private static string Annotation(string noun) => string.Concat(noun.Select(c => c is '{' or '}' || char.IsWhiteSpace(c) ? '_' : c));
}
