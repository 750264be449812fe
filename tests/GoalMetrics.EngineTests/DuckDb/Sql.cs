using System.Data.Common;
using System.Globalization;
using System.Numerics;
using NodaTime;

namespace EngineTests.DuckDb;

// How values are written in SQL, and read.
internal static class Sql
{
    public const int Decimals = 28;
    public static readonly BigInteger One = BigInteger.Pow(10, Decimals);

    // Whole numbers as text, as in every answer.
    public static string? Member(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture);

    // A pair of whole and parts.
    public static string Literal(decimal value)
    {
        var (whole, parts) = Pair(value);
        return $"{{'whole': {Literal(whole)}, 'parts': {Literal(parts)}}}";
    }

    public static string Literal(BigInteger number) => $"'{number}'::HUGEINT";

    public static (BigInteger Whole, BigInteger Parts) Pair(decimal value)
    {
        AggregateValue.Of(value).TryGetExact(out var unscaled, out var scale);
        var whole = BigInteger.DivRem(unscaled * BigInteger.Pow(10, Decimals - scale), One, out var parts);
        return (whole, parts);
    }

    public static BigInteger Units(BigInteger whole, BigInteger parts) => (whole * One) + parts;

    public static BigInteger Units(AggregateValue value) =>
        value.TryGetExact(out var unscaled, out var scale) ? unscaled * BigInteger.Pow(10, Decimals - scale) : 0;

    public static AggregateValue Value(BigInteger units) => AggregateValue.Exact(units, Decimals);

    // A sum whose parts may be more than a whole, or of another sign, in the order of its value.
    public static string Ordered(string whole, string parts) =>
        $"{{'whole': {whole} + ({parts} // {Literal(One)}) - (CASE WHEN {parts} % {Literal(One)} < 0 THEN 1 ELSE 0 END),"
        + $" 'parts': (({parts} % {Literal(One)}) + {Literal(One)}) % {Literal(One)}}}";

    // Facts have whole microseconds: a time is at or after the instant where it is at or after the next of them.
    public static long MicrosecondsAtOrAfter(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        ticks += Instant.FromUnixTimeTicks(ticks) < instant ? 1 : 0;
        return (long)Math.Ceiling(ticks / (decimal)NodaConstants.TicksPerMillisecond * 1_000m);
    }

    public static long Microseconds(Instant instant) =>
        (long)Math.Floor(instant.ToUnixTimeTicks() / (decimal)NodaConstants.TicksPerMillisecond * 1_000m);

    public static string Cut(TimeCuts time, int cut) => time.Kind == FactTime.Date
        ? $"DATE '{time.Dates[cut]:uuuu'-'MM'-'dd}'"
        : FormattableString.Invariant($"make_timestamp({MicrosecondsAtOrAfter(time.Instants[cut])})");
}
