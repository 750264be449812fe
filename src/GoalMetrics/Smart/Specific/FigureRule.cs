using System.Buffers;
using System.Globalization;

namespace GoalMetrics.Smart;

/// <summary>
/// Statement and target say the same: where the target is a percentage and the statement names percentages, one of them is the
/// target's. Other figures are left alone, since they may be years or count anything.
/// </summary>
public sealed class FigureRule() : SmartRule(SmartCriterion.Specific)
{
    private static readonly FindingKind Contradicts = new(
        "SMART-S-FIGURE",
        FindingSeverity.Warning,
        new("The statement says {stated}, but the target says {target}.", "Formuleringen siger {stated}, men måltallet siger {target}."),
        new("Let both say the same: write {target} in the statement, or correct the target.", "Lad dem sige det samme: skriv {target} i formuleringen, eller ret måltallet."));

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,");

    private static readonly string[] Signs = ["%", "٪", "％", "percent", "per cent", "procent", "prozent", "pct"];

    /// <inheritdoc/>
    protected override void Check(SmartContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Goal is not { Statement: { } statement, Target: { } target } || (target.Step ?? target.Value) is not { } said || !IsPercentage(said))
        {
            return;
        }

        decimal? first = null;
        for (var rest = statement.AsSpan(); NextPercentage(ref rest) is { IsEmpty: false } number;)
        {
            var (stated, accuracy) = Read(number);
            if (stated is null || Agrees(target, stated.Value, accuracy))
            {
                return;
            }

            first ??= stated;
        }

        if (first is { } other)
        {
            context.Report(Contradicts, "statement", ("stated", Quantity.Ratio(other)), ("target", said));
        }
    }

    private static bool IsPercentage(Quantity? quantity) =>
        quantity is { IsDefined: true, Unit.Kind: UnitKind.Ratio or UnitKind.PercentagePoint };

    // A statement may name the step, the value, the baseline, or the change between these two.
    private static bool Agrees(Target target, decimal stated, decimal accuracy)
    {
        var from = target.Baseline?.Stated;
        var to = from is { } start ? target.ValueFrom(start) : target.Value;
        return Is(target.Step) || Is(to) || Is(target.Upper) || Is(from) || Is(to - from) || Is((to - from) / from);

        bool Is(Quantity? quantity) => IsPercentage(quantity) && Math.Abs(Math.Abs(quantity!.Value.Amount) - stated) <= accuracy;
    }

    // The number before the next percent sign or word; empty where there is none. The rest is what comes after the number.
    private static ReadOnlySpan<char> NextPercentage(ref ReadOnlySpan<char> rest)
    {
        while (rest.IndexOfAny(Digits) is >= 0 and var start)
        {
            var end = rest[start..].IndexOfAnyExcept(NumberCharacters);
            var number = end < 0 ? rest[start..] : rest.Slice(start, end);
            rest = rest[(start + number.Length)..];
            var after = rest.TrimStart();
            foreach (var sign in Signs)
            {
                if (after.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                {
                    return number;
                }
            }
        }

        return [];
    }

    // The share, and half a unit of its last figure, which is rounding. Null where the number can be read in several ways: three
    // figures after a separator may be thousands or decimals.
    private static (decimal? Share, decimal Accuracy) Read(ReadOnlySpan<char> number)
    {
        var separator = number.IndexOfAny('.', ',');
        var whole = separator < 0 ? number : number[..separator];
        var decimals = separator < 0 ? [] : number[(separator + 1)..];
        var fraction = 0;
        if (!int.TryParse(whole, CultureInfo.InvariantCulture, out var integer)
            || decimals.Length == 3
            || (separator >= 0 && !int.TryParse(decimals, CultureInfo.InvariantCulture, out fraction)))
        {
            return (null, 0m);
        }

        var unit = 0.01m;
        for (var i = 0; i < decimals.Length; i++)
        {
            unit /= 10m;
        }

        return (integer / 100m + fraction * unit, unit / 2m);
    }
}
