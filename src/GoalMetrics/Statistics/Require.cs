using System.Runtime.CompilerServices;

namespace GoalMetrics.Statistics;

// Misuse throws at once: each check names the argument, what was expected and what was found.
internal static class Require
{
    public static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not (> 0d and < 1d))
        {
            throw Wrong(name, "a number between 0 and 1, both excluded", value);
        }
    }

    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
        {
            throw Wrong(name, "a finite number", value);
        }
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value <= 0d)
        {
            throw Wrong(name, "a finite number above 0", value);
        }
    }

    public static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value < 0d)
        {
            throw Wrong(name, "a finite number, at least 0", value);
        }
    }

    public static void Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= low && value <= high))
        {
            throw Wrong(name, FormattableString.Invariant($"a number from {low} to {high}"), value);
        }
    }

    public static void AtLeast(long value, long least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least)
        {
            throw Wrong(name, FormattableString.Invariant($"at least {least}"), value);
        }
    }

    public static void Known<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw Wrong(name, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}", value);
        }
    }

    public static void Counts(
        long successes,
        long trials,
        [CallerArgumentExpression(nameof(successes))] string successesName = "",
        [CallerArgumentExpression(nameof(trials))] string trialsName = "")
    {
        AtLeast(trials, 0, trialsName);
        AtLeast(successes, 0, successesName);
        if (successes > trials)
        {
            throw Wrong(successesName, FormattableString.Invariant($"at most the {trials} of {trialsName}"), successes);
        }
    }

    public static void Finite(IReadOnlyList<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw WrongAt(name, "finite numbers", values[i], i);
            }
        }
    }

    public static void SameLength(
        IReadOnlyList<double> values,
        IReadOnlyList<double> others,
        [CallerArgumentExpression(nameof(values))] string name = "",
        [CallerArgumentExpression(nameof(others))] string othersName = "")
    {
        if (values.Count != others.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Expected as many numbers as {name} has, {values.Count}; found {others.Count}."),
                othersName);
        }
    }

    // One or two, the shorter first.
    public static void Seasons(IReadOnlyList<int> lengths, [CallerArgumentExpression(nameof(lengths))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(lengths, name);
        Between(lengths.Count, 1, 2, name);
        Between(lengths[0], 1, lengths[^1], name);
    }

    public static ArgumentException WrongAt<T>(string name, string expected, T found, int index) =>
        new(FormattableString.Invariant($"Expected {expected}; found {found} at index {index}."), name);

    private static ArgumentOutOfRangeException Wrong<T>(string name, string expected, T found) =>
        new(name, FormattableString.Invariant($"Expected {expected}; found {found}."));
}
