using System.Globalization;

namespace GoalMetrics;

// The few words written beside numbers, by language. Defaults to English for languages that are not here.
internal sealed class UnitWords
{
    // What rates along a path of weighted days are stated per.
    public const string WorkingDay = "working day";

    private static readonly UnitWords English = new()
    {
        Per = "per",
        PercentagePoints = "pp",
        UndefinedWord = "undefined",
        Reasons =
        [
            "no data", "zero denominator", "too early to tell", "insufficient data", "outside the domain", "overflow", "not additive",
        ],
        Durations =
        [
            ("second", "seconds"), ("minute", "minutes"), ("hour", "hours"), ("day", "days"), ("week", "weeks"), ("month", "months"),
            ("year", "years"),
        ],
    };

    private static readonly UnitWords Danish = new()
    {
        Per = "pr.",
        PercentagePoints = "procentpoint",
        UndefinedWord = "udefineret",
        Reasons =
        [
            "ingen data", "nævneren er nul", "for tidligt at sige", "for få data", "uden for definitionsområdet", "for stort tal",
            "kan ikke lægges sammen",
        ],
        Durations =
        [
            ("sekund", "sekunder"), ("minut", "minutter"), ("time", "timer"), ("dag", "dage"), ("uge", "uger"), ("måned", "måneder"),
            ("år", "år"),
        ],
        KnownCauses = new(StringComparer.Ordinal)
        {
            [Causes.NoSignChange] = "intet fortegnsskift",
            [Causes.NoRoot] = "ingen løsning",
            [Causes.RootsTooClose] = "løsningerne ligger for tæt til at skelnes",
            [Causes.TotalLoss] = "for tæt på −100 %",
            [Causes.NotPaidBack] = "ikke tjent hjem",
            [Causes.Unreachable] = "kan ikke nås",
            [Causes.SharedFacts] = "begge hviler på de samme data",
        },
        SeveralRoots = "flere løsninger",
        KnownNouns = new(StringComparer.Ordinal) { [WorkingDay] = "arbejdsdag" },
    };

    public required string Per { get; init; }

    public required string PercentagePoints { get; init; }

    public required string UndefinedWord { get; init; }

    public required string[] Reasons { get; init; }

    public required (string One, string Many)[] Durations { get; init; }

    // Causes in words; the names of inputs stand as they are.
    public Dictionary<string, string> KnownCauses { get; init; } = [];

    // Nouns of the library's own; all others stand as they are.
    public Dictionary<string, string> KnownNouns { get; init; } = [];

    public string SeveralRoots { get; init; } = "several roots";

    public static UnitWords In(CultureInfo? culture)
    {
        if (culture?.TwoLetterISOLanguageName == "da")
        {
            return Danish;
        }

        return English;
    }

    public static string Because(UndefinedReason reason, string? cause, CultureInfo? culture) => In(culture).Reason(reason, cause, culture);

    public string Undefined(UndefinedReason reason, string? cause, CultureInfo? culture) =>
        $"{UndefinedWord}: {Reason(reason, cause, culture)}";

    private string Reason(UndefinedReason reason, string? cause, CultureInfo? culture)
    {
        if (cause is null)
        {
            return Reasons[(int)reason];
        }

        return $"{Reasons[(int)reason]} ({Cause(cause, culture)})";
    }

    private string Cause(string cause, CultureInfo? culture)
    {
        if (KnownCauses.TryGetValue(cause, out var known))
        {
            return known;
        }

        if (Causes.RootsIn(cause) is { Count: > 0 } rates)
        {
            return $"{SeveralRoots}: {Shown.List(InWords(rates, culture))}";
        }

        return Shown.Clip(cause);
    }

    // In as many digits as it takes to show where they differ.
    private List<string> InWords(IReadOnlyList<Quantity> rates, CultureInfo? culture)
    {
        var texts = rates.Select(rate => InWords(rate, null, culture)).ToList();
        if (texts.Distinct(StringComparer.Ordinal).Count() < texts.Count)
        {
            texts = [.. rates.Select(rate => InWords(rate, "R", culture))];
        }

        return texts;
    }

    private string InWords(Quantity rate, string? format, CultureInfo? culture)
    {
        if (rate.Reason is { } reason)
        {
            return Reasons[(int)reason];
        }

        return rate.ToString(format, culture);
    }

    public string Duration(DurationUnit unit, decimal amount)
    {
        if (Math.Abs(amount) == 1m)
        {
            return Durations[(int)unit].One;
        }

        return Durations[(int)unit].Many;
    }

    public string Name(Unit unit) => unit.Kind switch
    {
        UnitKind.Count => KnownNouns.GetValueOrDefault(unit.Noun!, unit.Noun!),
        UnitKind.Money => unit.Currency!.Code,
        UnitKind.Duration => Durations[(int)unit.DurationUnit!.Value].One,
        _ => unit.ToString(),
    };
}
