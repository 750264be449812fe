using System.Collections.Immutable;
using System.Globalization;
using Perfolizer.Horology;

namespace GoalMetrics.Benchmarks;

/// <summary>What the command line says to the runner.</summary>
internal sealed record RunOptions
{
    private const int DefaultRows = 10_000_000;

    /// <summary>How many facts.</summary>
    public int Rows => AskedRows ?? DefaultRows;

    /// <summary>How many facts were asked for, if any number was.</summary>
    public int? AskedRows { get; private init; }

    /// <summary>The names of the only groups to run; empty for all.</summary>
    public ImmutableArray<string> Only { get; private init; } = [];

    /// <summary>Whether processor time is counted instead of time on the wall.</summary>
    public bool ProcessorTime { get; private init; }

    /// <summary>The file the table is written to as markdown, or null.</summary>
    public string? Markdown { get; private init; }

    /// <summary>The clock that was asked for.</summary>
    public IClock Clock => ProcessorTime ? new ProcessorClock() : Chronometer.BestClock;

    /// <summary>Reads the options that follow the verb.</summary>
    /// <exception cref="ArgumentException">One of them is not known, or lacks its value.</exception>
    public static RunOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new RunOptions();
        for (; !arguments.IsEmpty; arguments = arguments[1..])
        {
            var value = arguments.Length > 1 ? arguments[1] : "";
            switch (arguments[0])
            {
                case "--processor-time":
                    options = options with { ProcessorTime = true };
                    continue;
                case "--rows" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0:
                    options = options with { AskedRows = rows };
                    break;
                case "--only" when value.Length > 0:
                    options = options with { Only = [.. value.Split(',')] };
                    break;
                case "--markdown" when value.Length > 0:
                    options = options with { Markdown = value };
                    break;
                default:
                    throw new ArgumentException(
                        $"Found '{arguments[0]}'; expected --rows NUMBER, --only NAME,NAME, --processor-time or --markdown FILE.",
                        nameof(arguments));
            }

            arguments = arguments[1..];
        }

        return options;
    }
}
